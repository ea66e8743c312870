"""Expires, from the server, the cookies that refused purposes left: HttpOnly ones too (C19)."""

from collections.abc import Iterable
from http.cookies import CookieError, Morsel
from itertools import product
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse

from .. import conf
from ..notices.notice import Notice
from ..rules.names import matcher
from .cookies import account_cookie

MOST = 60  # Set-Cookie headers: proxies refuse answers whose headers are too large.


def names_of(notice: Notice, slugs: Iterable[str]) -> list[str]:
    """Names and patterns of the HTTP cookies declared for these purposes."""
    wanted = set(slugs)
    purposes = notice.texts(notice.default_language)["purposes"]
    return [
        cookie["name"]
        for purpose in purposes
        if purpose["slug"] in wanted
        for cookie in purpose["cookies"]
        if cookie["storage_type"] == "cookie"
    ]


def names_to_expire(
    request: HttpRequest, notice: Notice, refused: Iterable[str], withdrawn: bool
) -> list[str]:
    """The names to expire: those that the browser sent and, if consent is ``withdrawn``, those
    declared without a wildcard, which may be kept for other paths.

    Never one that another purpose uses too, nor the choice cookie itself.
    """
    refused = set(refused)
    if not refused or not (withdrawn or request.COOKIES):
        return []
    purposes = notice.texts(notice.default_language)["purposes"]
    others = (item["slug"] for item in purposes if item["slug"] not in refused)
    stays = matcher([*names_of(notice, others), conf.cookie_name(), account_cookie()])
    declared = names_of(notice, refused)
    is_gone = matcher(declared)
    sent = [name for name in request.COOKIES if is_gone(name)]
    exact = [name for name in declared if withdrawn and "*" not in name]
    return [name for name in dict.fromkeys([*sent, *exact]) if not stays(name)]


def expire(response: HttpResponse, request: HttpRequest, names: list[str]) -> None:
    """Add a ``Set-Cookie`` for each name, path above the page and domain above the host."""
    places = product(_paths(request), _domains(request), names)
    variants = [(name, path, domain) for path, domain, name in places]
    _expire_each(response, request, variants)


def expire_elsewhere(
    response: HttpResponse, request: HttpRequest, name: str, domain: str = ""
) -> None:
    """Expire the cookies of this name beside the one of ``/`` and ``domain``, or this host."""
    places = product(_paths(request), _domains(request))
    elsewhere = [(name, *place) for place in places if place != ("/", domain)]
    _expire_each(response, request, elsewhere)


def _expire_each(
    response: HttpResponse,
    request: HttpRequest,
    variants: list[tuple[str, str, str]],
) -> None:
    for number, (name, path, domain) in enumerate(variants[:MOST]):
        morsel: Morsel = Morsel()
        try:
            morsel.set(name, "", "")
        except CookieError:
            continue  # a name that no server may write: the script deletes it
        morsel.update({"path": path, "domain": domain, "samesite": "Lax"})
        morsel["max-age"] = 0
        morsel["secure"] = request.is_secure()
        # A response holds one cookie a key, and these are variants of one name.
        key = name if name not in response.cookies else f"{name} {number}"
        response.cookies[key] = morsel


def _paths(request: HttpRequest) -> list[str]:
    """``/`` and each folder above the page that sent the request."""
    try:
        path = urlsplit(request.headers.get("Referer", "")).path
    except ValueError:
        path = ""
    parts = [part for part in path.split("/") if part][:5]
    folders = ["/" + "/".join(parts[: i + 1]) for i in range(len(parts))]
    return ["/", *folders, *(f"{folder}/" for folder in folders)]


def _domains(request: HttpRequest) -> list[str]:
    """None, and each domain above the host."""
    host = request.get_host().split(":")[0]
    labels = host.split(".")
    above = [".".join(labels[i:]) for i in range(len(labels) - 1)]
    return ["", *above]
