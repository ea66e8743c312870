"""The settings ``COOKIE_PAGES_*``: one function each, read at call time.

A value that can't be right is an ``ImproperlyConfigured`` that names the setting; the system
checks call every function, so that it is seen when the site starts.
"""

import re
from inspect import isgeneratorfunction
from ipaddress import ip_network
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.template.loader import select_template
from django.utils.module_loading import import_string

from .rules.names import is_host

ORIGIN = re.compile(r"https?://(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:[0-9]{1,5})?")
COOKIE_NAME = re.compile(r"[A-Za-z0-9_.-]{1,64}")


def _whole(name, default, low, high, unit):
    value = getattr(settings, name, default)
    if (
        isinstance(value, bool)
        or not isinstance(value, int)
        or not low <= value <= high
    ):
        raise ImproperlyConfigured(
            f"{name} is {value!r}: give a whole number of {unit} between {low} and {high}."
        )
    return value


def cookie_name():
    """``COOKIE_PAGES_COOKIE_NAME``: the name of the choice cookie (rule C33)."""
    value = getattr(settings, "COOKIE_PAGES_COOKIE_NAME", "cookies_preferences")
    if not isinstance(value, str) or not COOKIE_NAME.fullmatch(value):
        raise ImproperlyConfigured(
            f"COOKIE_PAGES_COOKIE_NAME is {value!r}: use 1 to 64 letters, digits, '_', '-' or '.'."
        )
    return value


def cookie_domain() -> str:
    """``COOKIE_PAGES_COOKIE_DOMAIN``: the domain whose hosts share the choice; none by default.

    ``"example.org"`` lets a choice made on ``www.example.org`` hold on ``data.example.org`` too.
    Hosts that ask for something else share nothing; hosts elsewhere keep their own.
    """
    value = getattr(settings, "COOKIE_PAGES_COOKIE_DOMAIN", "")
    if not isinstance(value, str) or (value and not is_host(value)):
        raise ImproperlyConfigured(
            f"COOKIE_PAGES_COOKIE_DOMAIN is {value!r}: give a domain in lower case, without a dot "
            "in front, such as 'example.org'."
        )
    return value


def accounts() -> bool:
    """``COOKIE_PAGES_ACCOUNTS``: whether the choice of who is logged in goes with the account.

    To each device where its holder logs in (C41 to C44); off by default. Needs
    ``cookie_pages.middleware.AccountMiddleware`` below Django's ``AuthenticationMiddleware``.
    """
    value = getattr(settings, "COOKIE_PAGES_ACCOUNTS", False)
    if not isinstance(value, bool):
        raise ImproperlyConfigured(
            f"COOKIE_PAGES_ACCOUNTS is {value!r}: give True or False."
        )
    return value


def choice_days():
    """``COOKIE_PAGES_CHOICE_DAYS``: how long a choice holds, in days from the choice.

    Six months by default, fixed and not sliding (rule C22, CNIL recommandation, par. 39).
    """
    return _whole("COOKIE_PAGES_CHOICE_DAYS", 182, 1, 395, "days")


def body_bytes():
    """``COOKIE_PAGES_BODY_BYTES``: the largest body that the consent address reads, in bytes."""
    return _whole("COOKIE_PAGES_BODY_BYTES", 8192, 512, 1_048_576, "bytes")


def cache_seconds():
    """``COOKIE_PAGES_CACHE_SECONDS``: how long a process trusts a cached notice number.

    Publishing refreshes a shared cache at once; with a cache per process (``LocMemCache``) the
    other processes follow within this time.
    """
    return _whole("COOKIE_PAGES_CACHE_SECONDS", 60, 1, 86_400, "seconds")


def heading_level():
    """``COOKIE_PAGES_HEADING_LEVEL``: level of the banner's heading, 1 to 5 (rule A16)."""
    return _whole("COOKIE_PAGES_HEADING_LEVEL", 2, 1, 5, "levels")


def base_template():
    """``COOKIE_PAGES_BASE_TEMPLATE``: what the module's pages extend, ``base.html`` by default.

    It has the blocks ``title`` and ``content``. Where it doesn't exist, the module's own plain
    page is used.
    """
    value = getattr(settings, "COOKIE_PAGES_BASE_TEMPLATE", "base.html")
    if not isinstance(value, str) or not value:
        raise ImproperlyConfigured(
            f"COOKIE_PAGES_BASE_TEMPLATE is {value!r}: give the name of a template."
        )
    return value


def keep_records():
    """``COOKIE_PAGES_KEEP_RECORDS``: whether the proof of each choice is kept (C24).

    Without it the chain of notices is the proof, one of those that CNIL lists; choices are
    checked and obeyed all the same.
    """
    value = getattr(settings, "COOKIE_PAGES_KEEP_RECORDS", True)
    if not isinstance(value, bool):
        raise ImproperlyConfigured(
            f"COOKIE_PAGES_KEEP_RECORDS is {value!r}: give True or False."
        )
    return value


def record_days():
    """``COOKIE_PAGES_RECORD_DAYS``: how long the proof of a choice is kept, in days (C24).

    Five years by default: as long as a contract or a complaint may be disputed.
    """
    return _whole("COOKIE_PAGES_RECORD_DAYS", 1826, 1, 36_500, "days")


def posts_per_hour():
    """``COOKIE_PAGES_POSTS_PER_HOUR``: choices that a process takes from one address in an hour.

    Generous, since a school or an operator has one address; the script sends what was refused
    again later, and obeys the choice meanwhile.
    """
    return _whole("COOKIE_PAGES_POSTS_PER_HOUR", 6000, 1, 10**9, "choices")


def trusted_proxies() -> int | tuple[str, ...] | None:
    """``COOKIE_PAGES_TRUSTED_PROXIES``: the proxies in front of the site, which each append to
    ``X-Forwarded-For``.

    Their number, or their addresses or networks in order, the last one nearest to the site.
    ``None``, the default: one if requests come from a private address, else none.
    """
    value = getattr(settings, "COOKIE_PAGES_TRUSTED_PROXIES", None)
    if value is None or (type(value) is int and 0 <= value <= 10):
        return value
    try:
        if isinstance(value, str) or isinstance(value, int):
            raise ValueError
        networks = [str(ip_network(item, strict=False)) for item in value]
    except (TypeError, ValueError) as error:
        raise ImproperlyConfigured(
            f"COOKIE_PAGES_TRUSTED_PROXIES is {value!r}: give the number of proxies, up to 10, "
            "or a list of their addresses such as ['192.0.2.1', '10.0.0.0/8']."
        ) from error
    return tuple(networks)


def ledger_database():
    """``COOKIE_PAGES_LEDGER_DATABASE``: the alias in ``DATABASES`` that holds the records.

    ``"default"`` keeps them beside the site's own tables. Another one needs
    ``cookie_pages.routers.LedgerRouter`` in ``DATABASE_ROUTERS`` and ``migrate --database``.
    """
    alias = getattr(settings, "COOKIE_PAGES_LEDGER_DATABASE", "default")
    if not isinstance(alias, str) or alias not in settings.DATABASES:
        raise ImproperlyConfigured(
            f"COOKIE_PAGES_LEDGER_DATABASE is {alias!r}: give a name that DATABASES has."
        )
    return alias


def watch():
    """``COOKIE_PAGES_WATCH``: what ``CookieWatchMiddleware`` does with a cookie it mustn't set.

    ``"report"`` keeps it and notes it; ``"enforce"`` drops it as well (C38).
    """
    value = getattr(settings, "COOKIE_PAGES_WATCH", "report")
    if value not in ("report", "enforce"):
        raise ImproperlyConfigured(
            f"COOKIE_PAGES_WATCH is {value!r}: give 'report' or 'enforce'."
        )
    return value


def jurisdiction():
    """``COOKIE_PAGES_JURISDICTION``: whose law the proof speaks of, and the authority to turn to.

    A pair of an ISO 3166-1 code and a name, ``("FR", "CNIL")`` by default; sealed in each notice.
    """
    value = getattr(settings, "COOKIE_PAGES_JURISDICTION", ("FR", "CNIL"))
    if (
        not isinstance(value, (list, tuple))
        or len(value) != 2
        or not all(isinstance(item, str) and item for item in value)
        or not re.fullmatch("[A-Z]{2}", value[0])
    ):
        raise ImproperlyConfigured(
            f"COOKIE_PAGES_JURISDICTION is {value!r}: give a country and its authority, such as "
            "('FR', 'CNIL')."
        )
    return tuple(value)


def allowed_origins() -> tuple[str, ...]:
    """``COOKIE_PAGES_ALLOWED_ORIGINS``: the origins whose pages may read notices and post.

    For a front end of its own, such as ``["https://www.example.org"]``; none by default. The
    site's own pages need no entry.
    """
    value = getattr(settings, "COOKIE_PAGES_ALLOWED_ORIGINS", ())
    if not isinstance(value, (list, tuple)) or not all(
        isinstance(item, str) and ORIGIN.fullmatch(item) for item in value
    ):
        raise ImproperlyConfigured(
            f"COOKIE_PAGES_ALLOWED_ORIGINS is {value!r}: give a list of origins, with their "
            "scheme and without a path, such as ['https://www.example.org']."
        )
    return tuple(value)


def journeys() -> tuple[str, ...]:
    """``COOKIE_PAGES_JOURNEYS``: what ``audit_cookies`` does besides opening pages.

    Dotted names of functions, each of which yields steps such as to log in or to search:
    ``["shop.journeys.log_in"]``. None by default.
    """
    value = getattr(settings, "COOKIE_PAGES_JOURNEYS", ())
    try:
        if isinstance(value, str):
            raise TypeError
        found = {path: import_string(path) for path in value}
    except (TypeError, ImportError, AttributeError) as error:
        raise ImproperlyConfigured(
            f"COOKIE_PAGES_JOURNEYS is {value!r}: give a list of dotted names. {error}"
        ) from error
    for path, journey in found.items():
        if not isgeneratorfunction(journey):
            raise ImproperlyConfigured(
                f"COOKIE_PAGES_JOURNEYS: {path} yields no steps: make it a function with yield."
            )
    return tuple(found)


def cookie_database() -> str:
    """``COOKIE_PAGES_COOKIE_DATABASE``: a file that suggests words for cookies (S4).

    The path of a CSV in the format of the Open Cookie Database; ``""``, the default, for none.
    """
    value = getattr(settings, "COOKIE_PAGES_COOKIE_DATABASE", "")
    if not isinstance(value, (str, Path)) or (value and not Path(value).is_file()):
        raise ImproperlyConfigured(
            f"COOKIE_PAGES_COOKIE_DATABASE is {value!r}: give the path of a CSV file."
        )
    return str(value) if value else ""


def sentinel() -> int:
    """``COOKIE_PAGES_SENTINEL``: how many page views there are for one that is looked at.

    In one of so many, the script tells the site the names of cookies and storage keys and the
    domains contacted that it doesn't declare: no value, nothing of the visitor. ``0``, the default,
    for never; the notice and the preferences page say so otherwise, once it is published anew.
    """
    return _whole("COOKIE_PAGES_SENTINEL", 0, 0, 10**6, "page views")


def site_template():
    """The template that the module's pages extend, found."""
    return select_template([base_template(), "cookie_pages/base.html"])


ALL = (
    cookie_name,
    cookie_domain,
    accounts,
    choice_days,
    keep_records,
    record_days,
    ledger_database,
    body_bytes,
    posts_per_hour,
    trusted_proxies,
    cache_seconds,
    heading_level,
    base_template,
    watch,
    jurisdiction,
    allowed_origins,
    journeys,
    cookie_database,
    sentinel,
)
