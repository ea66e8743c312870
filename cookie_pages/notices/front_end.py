"""What a front end of its own needs to draw the banner, beside the notice's texts (C12 to C17)."""

from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.text import normalize_newlines
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .. import conf
from ..rules.languages import language_of_words
from .addresses import located
from .layer1 import layer1
from .notice import Notice


def front_end(notice: Notice, language: str) -> dict:
    """For the active language, which is ``language``: how long a choice holds, layer 1 in
    sentences, and each fixed word of banner, panel and placeholder."""
    shown = notice.languages[language]
    told = layer1(shown, conf.choice_days())
    return {
        "seconds": conf.choice_days() * 86_400,
        "languages": list(notice.languages),
        "layer1": {
            "sentences": _sentences(shown, told, language),
            "asked": [purpose["slug"] for purpose in told["asked"]],
            "third_parties": told["third_parties"],
            "transfers": told["transfers"],
            "kept": told["kept"],
        },
        "words": words(),
        "words_language": language_of_words(language),
    }


def _sentences(shown: dict, told: dict, language: str) -> list[str]:
    """The paragraphs of layer 1 as plain text, without its list of purposes."""
    if not told["asked"]:
        return []
    context = {
        "shown": located(shown),
        "banner": shown["banner"],
        "language": language,
        "on_page": True,
        **told,
    }
    html = render_to_string("cookie_pages/asking.html", context)
    paragraphs = normalize_newlines(html).split("</p>")
    texts = (
        " ".join(strip_tags(paragraph).split(" ")).strip() for paragraph in paragraphs
    )
    return [text for text in texts if text]


def words() -> dict[str, str]:
    """Each word of the module's own that a visitor reads, in the active language."""
    return {
        "accept": pgettext("consent", "Accept"),
        "refuse": pgettext("consent", "Reject"),
        "close": pgettext("consent", "Close"),
        "required": pgettext("consent", "Required"),
        "required_because": _("no consent, and only when you use these services"),
        "refusable": _(
            "Active without your consent, for anonymous statistics; you can refuse it."
        ),
        "refused_by_browser": _(
            "Refused by the Global Privacy Control signal of your browser."
        ),
        "details": _("Providers and cookies"),
        "charter": _("Read the cookie charter"),
        "privacy": _("Privacy policy"),
        "saved": _("Your choices are saved."),
        "withdrawn": _("Your consent is withdrawn: these services are off."),
        "content_off": _("This content is switched off"),
        "content_once": _("This content only, this time"),
        "all_choices": _("See all choices"),
    }
