"""The cookies that Django, Wagtail and this module set themselves, as the settings make them."""

from dataclasses import dataclass, replace

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from .. import conf
from ..consent.cookies import account_cookie
from ..models.exemption import ExemptionClass
from ..notices.layer1 import MONTH

SECONDS = {
    "year": 365 * 86_400,
    "week": 7 * 86_400,
    "day": 86_400,
    "hour": 3600,
    "minute": 60,
}


@dataclass(frozen=True)
class OwnCookie:
    """``words``: the key of a ready-made wording; ``retention``: fields of a declaration."""

    name: str
    words: str
    exemption_class: ExemptionClass
    retention: dict


def own_cookies() -> list[OwnCookie]:
    """Those that the site can set with the middleware, addresses and lifetimes that it has."""
    found = [
        (_has("sessions.middleware.SessionMiddleware"), _session),
        (_has("csrf.CsrfViewMiddleware") and not settings.CSRF_USE_SESSIONS, _csrf),
        (_switches_language(), _language),
        (_has_message_cookie(), _messages),
        (True, _choice),
        (conf.accounts(), _account),
        (True, _sidebar),
    ]
    return [make() for is_set, make in found if is_set]


def _has(middleware: str) -> bool:
    return any(name.endswith(middleware) for name in settings.MIDDLEWARE)


def _switches_language() -> bool:
    """Only Django's own view for it sets the cookie."""
    try:
        reverse("set_language")
    except NoReverseMatch:
        return False
    return len(settings.LANGUAGES) > 1


def _has_message_cookie() -> bool:
    kind = settings.MESSAGE_STORAGE.rpartition(".")[2]
    return _has("MessageMiddleware") and kind in ("FallbackStorage", "CookieStorage")


def _session() -> OwnCookie:
    closes = settings.SESSION_EXPIRE_AT_BROWSER_CLOSE
    seconds = None if closes else settings.SESSION_COOKIE_AGE
    return OwnCookie(
        settings.SESSION_COOKIE_NAME,
        "session",
        ExemptionClass.AUTHENTICATION,
        retention(seconds),
    )


def _csrf() -> OwnCookie:
    kept = retention(settings.CSRF_COOKIE_AGE)
    name = settings.CSRF_COOKIE_NAME
    return OwnCookie(name, "forms", ExemptionClass.AUTHENTICATION, kept)


def _language() -> OwnCookie:
    kept = retention(settings.LANGUAGE_COOKIE_AGE)
    name = settings.LANGUAGE_COOKIE_NAME
    return OwnCookie(name, "language", ExemptionClass.INTERFACE, kept)


def _messages() -> OwnCookie:
    return OwnCookie("messages", "messages", ExemptionClass.INTERFACE, retention(None))


def _account() -> OwnCookie:
    """While who is logged in stays so, and no longer than a choice."""
    return replace(_choice(), name=account_cookie())


def _choice() -> OwnCookie:
    days = conf.choice_days()
    months = round(days / MONTH)
    is_whole = months and abs(months * MONTH - days) <= 1
    kept = _timed(months, "month") if is_whole else _timed(days, "day")
    return OwnCookie(conf.cookie_name(), "choice", ExemptionClass.CHOICE, kept)


def _sidebar() -> OwnCookie:
    """Wagtail's, for who edits."""
    name = "wagtail_sidebar_collapsed"
    return OwnCookie(name, "interface", ExemptionClass.INTERFACE, retention(None))


def retention(seconds: int | None) -> dict:
    """The fields of a declaration for a lifetime; None is until the browser is closed."""
    if not seconds:
        return {"retention_kind": "session"}
    for unit, length in SECONDS.items():
        if seconds % length == 0:
            return _timed(seconds // length, unit)
    return _timed(-(-seconds // 60), "minute")


def _timed(value: int, unit: str) -> dict:
    return {
        "retention_kind": "duration",
        "retention_value": value,
        "retention_unit": unit,
    }
