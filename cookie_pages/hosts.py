"""Names of hosts, as editors type them."""

import re

HOST = re.compile(
    r"(?=.{4,253}\Z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}"
)


def is_host(text: str) -> bool:
    """Whether ``text`` is a full host name in lower case, without scheme, port or path."""
    return bool(HOST.fullmatch(text))
