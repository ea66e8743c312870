"""A ``Set-Cookie`` header, or what a script gives to ``document.cookie``, taken apart."""

import time
from dataclasses import dataclass

from django.utils.http import parse_http_date_safe


@dataclass(frozen=True)
class SetCookie:
    """``seconds``: how long it stays, None until the browser closes; 0 or less deletes it."""

    name: str
    domain: str
    seconds: float | None
    attributes: dict

    @property
    def is_deletion(self) -> bool:
        return self.seconds is not None and self.seconds <= 0


def parse(text: str, host: str) -> SetCookie | None:
    """What ``text`` sets for a page of ``host``; None if it names no cookie.

    Read as browsers do, who take what the standard library refuses.
    """
    pair, *others = text.split(";")
    name, equals, _value = pair.partition("=")
    name = name.strip() if equals else ""
    if not name:
        return None
    given = {}
    for other in others:
        key, _equals, value = other.partition("=")
        given[key.strip().lower()] = value.strip()
    return SetCookie(
        name=name[:255],
        domain=given.get("domain", "").lower().lstrip(".") or host,
        seconds=_seconds(given),
        attributes={
            "secure": "secure" in given,
            "http_only": "httponly" in given,
            "partitioned": "partitioned" in given,
            "same_site": given.get("samesite", "").lower(),
        },
    )


def _seconds(given: dict) -> float | None:
    age = given.get("max-age", "")
    if age.removeprefix("-").isdecimal():
        return float(age[:12])
    expires = parse_http_date_safe(given["expires"]) if given.get("expires") else None
    return None if expires is None else expires - time.time()
