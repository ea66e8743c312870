"""Which address a request comes from, behind the proxies that the site trusts."""

from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address

from django.http import HttpRequest
from python_ipware import IpWare

from .. import conf

MOST_HOPS = 10
ON_A_SOCKET = "0.0.0.0"  # noqa: S104 (stands for a proxy without an address)


def address_of(request: HttpRequest) -> IPv4Address | IPv6Address | None:
    """The first address on the way here that no trusted proxy has; None if none is known.

    Each trusted proxy appends who asked it to ``X-Forwarded-For``; what stands before may be
    made up, and changes nothing.
    """
    nearest = request.META.get("REMOTE_ADDR") or ON_A_SOCKET
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")[-MOST_HOPS:]
    trusted = conf.trusted_proxies()
    if trusted is None:
        trusted = 0 if _is_public(nearest) else 1
    whole = {"HOPS": ", ".join([*hops, nearest])}
    found, _trusted = _reader(trusted).get_client_ip(whole)
    return found or _reader(0).get_client_ip({"HOPS": nearest})[0]


@lru_cache(maxsize=4)
def _reader(trusted: int | tuple[str, ...]) -> IpWare:
    if isinstance(trusted, int):
        return IpWare(precedence=("HOPS",), proxy_count=trusted)
    return IpWare(precedence=("HOPS",), proxy_list=list(trusted))


def _is_public(text: str) -> bool:
    try:
        address = ip_address(text)
    except ValueError:
        return False
    return (getattr(address, "ipv4_mapped", None) or address).is_global
