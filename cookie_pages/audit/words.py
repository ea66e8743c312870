"""A finding in words of the active language."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..models import StorageType
from .kinds import KINDS
from .naming import printable
from .seen import ACCEPTED, CACHE, HOST, NO_CHOICE, ONLY, REFUSED, SIGNAL, WITHDRAWN


def severity_in_words(severity: str) -> str:
    return {
        "high": pgettext("severity", "high"),
        "medium": pgettext("severity", "medium"),
        "low": pgettext("severity", "low"),
        "hint": pgettext("severity", "hint"),
    }[severity]


def state_in_words(state: str) -> str:
    if state.startswith(ONLY):
        return _("only “%(purpose)s” accepted") % {"purpose": state.removeprefix(ONLY)}
    return {
        NO_CHOICE: _("before any choice"),
        SIGNAL: _("the browser’s signal on"),
        REFUSED: _("all refused"),
        ACCEPTED: _("all accepted"),
        WITHDRAWN: _("consent withdrawn"),
    }[state]


def place_in_words(state: str, page: str) -> str:
    return f"{state_in_words(state)}, {printable(page)}"


def problem_in_words(problem: dict) -> str:
    """Where and why something could not be seen."""
    detail = printable(problem["detail"])
    text = {
        "busy": _("The page doesn’t answer."),
        "status": _("It answers with the status %(detail)s."),
        "silent": _("%(detail)s doesn’t answer: what it would keep can’t be seen."),
        "choice": _("The choice can’t be made here: no banner, or no panel."),
        "error": "%(detail)s",
    }[problem["code"]] % {"detail": detail}
    if not problem["state"]:
        return text
    return f"{place_in_words(problem['state'], problem['page'])} – {text}"


def kind_in_words(of: str) -> str:
    """The kind of tracker, such as “cookie”; nothing for a page."""
    names = dict(StorageType.choices)
    others = {HOST: _("host"), CACHE: _("cache"), "service worker": _("service worker")}
    return str(names.get(of) or others.get(of, ""))


def by_in_words(by: str) -> str:
    """Who set a tracker; for a host, the type of the request as browsers name it."""
    words = {"response": _("set by the server"), "script": _("set by a script")}
    return words.get(by, by)


def said_of(finding: dict) -> str:
    """Which tracker, host or page it is about, such as “_ga_* (cookie, other.example)”."""
    about = [kind_in_words(finding["of"])] if finding["of"] != HOST else []
    if finding["host"] and finding["host"] != finding["name"]:
        about.append(finding["host"])
    if finding["by"]:
        about.append(by_in_words(finding["by"]))
    if finding["detail"]:
        about.append(_("%(days)s days") % {"days": finding["detail"]})
    told = ", ".join(filter(None, about))
    return f"{finding['name']} ({told})" if told else finding["name"]


def titled(finding: dict) -> str:
    """Kind and subject, such as “Set before consent: _pk_id (cookie)”."""
    title = KINDS[finding["kind"]].title
    return _("%(title)s: %(finding)s") % {"title": title, "finding": said_of(finding)}
