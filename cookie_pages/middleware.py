"""Watches every ``Set-Cookie`` that any part of the site emits (C38). Off until installed."""

import logging

from django.conf import settings
from django.db import DatabaseError, transaction

from . import conf
from .consent.choice import Choice
from .consent.deletion import matcher, names_of
from .consent.visitor import current_choice, notice_for
from .models import SeenCookie
from .notices.notice import Notice

logger = logging.getLogger("cookie_pages")


class CookieWatchMiddleware:
    """Reports, or drops too, what is not declared or not accepted by this visitor.

    Stands first in ``MIDDLEWARE``, so that it sees what all the others set. ``COOKIE_PAGES_WATCH``
    is ``"report"`` or ``"enforce"``. Django's own cookies for sessions, forms and languages are
    reported like the others but never dropped: nobody should lose the admin for a declaration.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        own = conf.cookie_name()
        suspects = [
            key
            for key, morsel in response.cookies.items()
            if morsel.key != own and morsel["max-age"] != 0
        ]
        if suspects:
            try:
                self._watch(request, response, suspects)
            except DatabaseError:
                logger.exception("What the site set could not be watched")
        return response

    def _watch(self, request, response, suspects):
        notice = notice_for(request)
        if not notice:
            return
        choice = current_choice(request, notice)
        for key in suspects:
            morsel = response.cookies[key]
            wrong = wrong_with(morsel.key, notice, choice)
            if wrong:
                self._note(morsel, wrong)
                if conf.watch() == "enforce" and morsel.key not in djangos_own():
                    del response.cookies[key]

    def _note(self, morsel, wrong):
        with transaction.atomic():
            SeenCookie.note(name=morsel.key[:255], path=morsel["path"][:255], **wrong)


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


def djangos_own() -> set[str]:
    return {
        settings.SESSION_COOKIE_NAME,
        settings.CSRF_COOKIE_NAME,
        settings.LANGUAGE_COOKIE_NAME,
    }
