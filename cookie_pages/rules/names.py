"""What the names of hosts, cookies and purposes may be."""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from fnmatch import translate
from functools import lru_cache
from urllib.parse import urlsplit

HOST = re.compile(
    r"(?=.{4,253}\Z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}"
)

# RFC 6265, plus * as a wildcard.
COOKIE = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*\Z"

# Names that the choice cookie and the preferences form use themselves.
RESERVED_SLUGS = (
    "terms",
    "at",
    "all",
    "language",
    "method",
    "next",
    "notice",
    "record",
)


def is_host(text: str) -> bool:
    """Whether ``text`` is a full host name in lower case, without scheme, port or path."""
    return bool(HOST.fullmatch(text))


def host_of(text: str) -> str:
    """The host of an address that was pasted, in lower case; other text as it is, trimmed."""
    text = text.strip().lower()
    if not re.match(r"([a-z][a-z0-9+.-]*:)?//|[^/\s]+/", text):
        return text
    with suppress(ValueError):
        parts = urlsplit(text if "//" in text else f"//{text}")
        return parts.hostname or text
    return text


def is_within(host: str, domain: str) -> bool:
    """Whether ``host`` is ``domain`` or below it."""
    return host == domain or host.endswith(f".{domain}")


def matcher(names: Iterable[str]) -> Callable[[str], bool]:
    """A test of whether a tracker's name is one of ``names``; ``*`` stands for anything."""
    return _matcher(tuple(names))


@lru_cache(maxsize=256)
def _matcher(names: tuple[str, ...]) -> Callable[[str], bool]:
    escaped = (translate(re.sub(r"([\[\]?])", r"[\1]", name)) for name in names)
    pattern = re.compile("|".join(escaped) or r"(?!)")
    return lambda name: bool(pattern.match(name))
