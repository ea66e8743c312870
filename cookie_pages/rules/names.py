"""What the names of hosts, cookies and purposes may be."""

import re

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
