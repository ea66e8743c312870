"""Watches what the site sets (C38); lets a choice follow an account (C41). Off until installed."""

import logging
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from http.cookies import CookieError, Morsel, SimpleCookie
from threading import Lock

from asgiref.sync import iscoroutinefunction, markcoroutinefunction, sync_to_async
from django.conf import settings
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.deprecation import MiddlewareMixin
from django.utils.http import parse_http_date_safe

from . import conf
from .consent.account import follow
from .consent.choice import Choice
from .consent.cookies import account_cookie
from .consent.deletion import names_of
from .consent.visitor import current_choice, notice_for
from .models import SeenCookie
from .notices.notice import Notice
from .rules.names import matcher

logger = logging.getLogger("cookie_pages")

NOTE_EVERY = 60  # seconds between two writes about the same cookie, in one process
MOST_TALLIES = 1000
_tallies: "OrderedDict[tuple, tuple[float, int]]" = OrderedDict()
_lock = Lock()


class AccountMiddleware(MiddlewareMixin):
    """Lets the choice of who is logged in follow the account (``COOKIE_PAGES_ACCOUNTS``).

    Stands below ``AuthenticationMiddleware``. Asks for no session that the page didn't ask for.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponse
    ) -> HttpResponse:
        try:
            follow(request, response)
        except DatabaseError:
            logger.exception("What the account chose could not be read")
        return response


class CookieWatchMiddleware:
    """Reports, or drops too, what is not declared or not accepted by this visitor.

    Stands first in ``MIDDLEWARE``, so that it sees what all the others set. ``COOKIE_PAGES_WATCH``
    is ``"report"`` or ``"enforce"``. What Django and the admin need for sessions, forms, languages
    and messages is reported like the rest but never dropped: nobody should lose the admin for a
    declaration.
    """

    sync_capable = True
    async_capable = True

    def __init__(self, get_response: Callable) -> None:
        self.get_response = get_response
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if iscoroutinefunction(self):
            return self._call_async(request)
        return self._watched(request, self.get_response(request))

    async def _call_async(self, request: HttpRequest) -> HttpResponse:
        response = await self.get_response(request)
        return await sync_to_async(self._watched)(request, response)

    def _watched(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        own = (conf.cookie_name(), account_cookie())
        suspects = [
            (morsel, drop)
            for morsel, drop in set_cookies(response)
            if morsel.key not in own and not is_deletion(morsel)
        ]
        if suspects:
            try:
                self._watch(request, suspects)
            except DatabaseError:
                logger.exception("What the site set could not be watched")
        return response

    def _watch(
        self, request: HttpRequest, suspects: list[tuple[Morsel, Callable]]
    ) -> None:
        notice = notice_for(request)
        if not notice:
            return
        choice = current_choice(request, notice)
        for morsel, drop in suspects:
            wrong = wrong_with(morsel.key, notice, choice)
            if wrong:
                if wrong["reason"] == SeenCookie.Reason.UNDECLARED and in_admin(
                    request
                ):
                    wrong = wrong | {"reason": SeenCookie.Reason.ADMIN}
                note(morsel.key, request.path, wrong)
                if conf.watch() == "enforce" and morsel.key not in never_dropped():
                    drop()


def in_admin(request: HttpRequest) -> bool:
    """Whether an editor asked, whose own clicks would fill the list."""
    try:
        return request.path.startswith(reverse("wagtailadmin_home"))
    except NoReverseMatch:
        return False


def set_cookies(response: HttpResponse) -> Iterator[tuple[Morsel, Callable[[], None]]]:
    """Each cookie that the response sets, also by a header of its own, and how to drop it."""
    for key, morsel in list(response.cookies.items()):
        yield morsel, lambda key=key: response.cookies.pop(key)
    header = response.headers.get("Set-Cookie")
    if header:
        try:
            parsed = SimpleCookie(header)
        except CookieError:
            return
        for morsel in parsed.values():
            yield morsel, lambda: response.headers.pop("Set-Cookie", None)


def is_deletion(morsel: Morsel) -> bool:
    """Whether the header deletes the cookie: ``Max-Age`` of 0 or less, or a past ``Expires``."""
    age = str(morsel["max-age"]).strip()
    if age.lstrip("-").isdecimal():
        return int(age) <= 0
    expires = (
        parse_http_date_safe(str(morsel["expires"])) if morsel["expires"] else None
    )
    return expires is not None and expires <= time.time()


def note(name: str, page: str, wrong: dict) -> None:
    """Count it; written at once the first time, then once a minute with all since."""
    key = (name[:255], *wrong.values())
    now = time.monotonic()
    with _lock:
        written_at, times = _tallies.get(key, (now - NOTE_EVERY, 0))
        is_due = now - written_at >= NOTE_EVERY
        _tallies[key] = (now, 0) if is_due else (written_at, times + 1)
        _tallies.move_to_end(key)
        if len(_tallies) > MOST_TALLIES:
            _tallies.popitem(last=False)
    if is_due:
        with transaction.atomic():
            SeenCookie.note(times + 1, page[:255], name=key[0], **wrong)


def reset() -> None:
    """Drop what is held in memory, for tests."""
    with _lock:
        _tallies.clear()


def wrong_with(name: str, notice: Notice, choice: Choice | None) -> dict | None:
    """Why the site may not set the cookie ``name``, or None if it may."""
    purposes = notice.texts(notice.default_language)["purposes"]
    declaring = [
        item for item in purposes if matcher(names_of(notice, [item["slug"]]))(name)
    ]
    if not declaring:
        return {"reason": SeenCookie.Reason.UNDECLARED, "purpose": ""}
    answers = choice.answers if choice else {}
    if any(answers.get(item["slug"], not item["needs_consent"]) for item in declaring):
        return None
    return {"reason": SeenCookie.Reason.UNACCEPTED, "purpose": declaring[0]["slug"]}


def never_dropped() -> set[str]:
    """The cookies of Django and of Wagtail's admin."""
    return {
        settings.SESSION_COOKIE_NAME,
        settings.CSRF_COOKIE_NAME,
        settings.LANGUAGE_COOKIE_NAME,
        "messages",
    }
