"""Which known cookies a name may be: all candidates, each with its source."""

from collections.abc import Iterable

from .. import conf
from .database import database
from .known import Known
from .own import own

SHORT = 6  # characters; below, a name says nothing alone
GENERIC = {
    "sessionid",
    "session",
    "session_id",
    "csrftoken",
    "django_language",
    "messages",
    "language",
    "locale",
    "token",
    "user_id",
    "userid",
    "player",
    "consent",
    "cookie_consent",
    "cookies_preferences",
    "phpsessid",
    "jsessionid",
}
# What every site of this module is made with.
AT_HOME = ("django", "wagtail")
MOST = 12


def lookup(
    name: str, *, host: str = "", platforms: Iterable[str] = (), language: str = "en"
) -> list[Known]:
    """The candidates for ``name``, the likeliest first.

    ``host``: the domain that sets it, empty for the site itself; ``platforms``: names of
    platforms and providers that the site is known to use. For a short or generic name one of the
    two has to agree: many platforms have a ``sessionid``. Raises ``NoDatabase`` where the file
    that the site names can't be read.
    """
    name = name.strip()
    if not name:
        return []
    used = frozenset({*AT_HOME, *(item.lower() for item in platforms)})
    path = conf.cookie_database()
    every = [*own(language), *(database(path) if path else ())]
    exact = [item for item in every if item.is_named(name)]
    begun = [item for item in every if item not in exact and item.begins(name)]
    found = [item for item in (*exact, *begun) if _is_likely(item, host, used)]
    found.sort(
        key=lambda item: (
            item not in exact,
            not item.is_at(host),
            not item.agrees(host, used),
        )
    )
    return found[:MOST]


def _is_likely(item: Known, host: str, used: frozenset[str]) -> bool:
    plain = item.name.rstrip("*").lower()
    is_vague = len(plain) < SHORT or plain in GENERIC
    return (
        not is_vague or item.agrees(host, used) or (plain.startswith("_") and not host)
    )
