"""A choice that goes with an account to each device where its holder logs in (C41 to C44).

A cookie of its own holds it there while the visitor is logged in; what the device holds for
everybody else stays in the choice cookie as it was.
"""

import logging
import time
from datetime import UTC, datetime
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .. import conf
from ..models import AccountChoice
from ..notices.notice import Notice
from .choice import DAY, Choice
from .cookies import IN, OUT, account_cookie, write
from .submission import Problem
from .visitor import choice_site, cookie_domain, cookie_values, notice_for

logger = logging.getLogger("cookie_pages")

# Its holder isn't told yet that the account's choice came to this device.
NEW = "&-new=1"
# In the session: the choice made on this device is to hold on it alone.
DEVICE = "cookie_pages_device"


def user_of(request: HttpRequest) -> Any:
    """Who is logged in, where choices go with accounts; else None. Asks for the session."""
    user = getattr(request, "user", None) if conf.accounts() else None
    return user if user is not None and user.is_authenticated else None


def choice_of(user: Any, site_id: int | None, notice: Notice) -> Choice | None:
    """The account's choice, while it is valid for ``notice``."""
    kept = AccountChoice.objects.filter(user=user, site_key=site_id).first()
    if not kept:
        return None
    return Choice.parse(Choice(kept.terms, kept.at, kept.answers).value, notice)


def take(
    request: HttpRequest, response: HttpResponse, choice: Choice, notice: Notice
) -> None:
    """Keep the ``choice`` of who is logged in: for all devices, or for this one if it says so.

    Raises ``Problem`` 503 while the database can't: the script sends it again.
    """
    if not request.session.get(DEVICE):
        values = {
            "terms": choice.terms,
            "chosen_on": datetime.fromtimestamp(choice.at, UTC).date(),
            "answers": choice.answers,
        }
        site_key = choice_site(request, notice)
        try:
            AccountChoice.objects.update_or_create(
                user=user_of(request), site_key=site_key, defaults=values
            )
        except DatabaseError as error:
            logger.exception("An account's choice could not be stored")
            detail = _("The choice can’t be stored at the moment.")
            raise Problem(503, detail) from error
    _hold(request, response, notice, choice.value, choice)


def is_only_here(request: HttpRequest) -> bool:
    """Whether choices made on this device hold on it alone."""
    return bool(user_of(request) and request.session.get(DEVICE))


def only_here(request: HttpRequest, wanted: bool) -> None:
    """Let choices made on this device hold on it alone, until its holder logs out, or no more."""
    if wanted:
        request.session[DEVICE] = True
    else:
        request.session.pop(DEVICE, None)


def follow(request: HttpRequest, response: HttpResponse) -> None:
    """Set the account's cookie to what the account holds now, or say that nobody is logged in.

    Only where the session was asked for: other pages are the same for everybody.
    """
    session = getattr(request, "session", None)
    if not conf.accounts() or session is None or not session.accessed:
        return
    name = account_cookie()
    held = request.COOKIES.get(name)
    notice = notice_for(request)
    if name in response.cookies or not notice:
        return
    user = user_of(request)
    if not user:
        if held not in (None, OUT):
            seconds = conf.choice_days() * DAY
            write(response, request, name, OUT, seconds, cookie_domain(request, notice))
        return
    here = Choice.newest(cookie_values(request, name), notice)
    if here and session.get(DEVICE):
        return
    choice = choice_of(user, choice_site(request, notice), notice)
    if choice and not (here and here.answers == choice.answers):
        value = choice.value + ("" if held else NEW)
        _hold(request, response, notice, value, choice)
    elif not choice and (here or held in (None, OUT)):
        _hold(request, response, notice, IN)


def message(request: HttpRequest, notice: Notice) -> str:
    """What to tell once on a device that the account's choice came to, in the active language."""
    choice = _untold(request, notice)
    if not choice:
        return ""
    own = Choice.newest(cookie_values(request, conf.cookie_name()), notice)
    if own and own.answers != choice.answers:
        return _(
            "This device held another answer: that of your account holds while you are logged in, "
            "and the other one comes back when you log out."
        )
    label = notice.texts(get_language())["banner"]["preferences"]
    return _(
        "The answer of your account holds on this device while you are logged in. You can change "
        "it through “%(label)s”."
    ) % {"label": label}


def note_told(request: HttpRequest, response: HttpResponse, notice: Notice) -> None:
    """Its holder has been given the message."""
    if choice := _untold(request, notice):
        _hold(request, response, notice, choice.value, choice)


def _untold(request: HttpRequest, notice: Notice) -> Choice | None:
    if not user_of(request):
        return None
    held = request.COOKIES.get(account_cookie(), "")
    return Choice.parse(held, notice) if held.endswith(NEW) else None


def _hold(
    request: HttpRequest,
    response: HttpResponse,
    notice: Notice,
    value: str,
    choice: Choice | None = None,
) -> None:
    """As long as the ``choice`` holds, and no longer than its holder stays logged in."""
    session, seconds = request.session, None
    if not session.get_expire_at_browser_close():
        left = [choice.expires_at - int(time.time())] if choice else []
        seconds = min(session.get_expiry_age(), *left, conf.choice_days() * DAY)
    domain = cookie_domain(request, notice)
    write(response, request, account_cookie(), value, seconds, domain)
