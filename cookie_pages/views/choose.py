"""``POST consent/``: a choice is checked, stored, and its cookie set again."""

import logging
import time
from http.cookies import Morsel

from django.db import DatabaseError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .. import conf, consent, deletion, flood
from ..choice import Choice
from ..lookup import site_id_for
from ..notices import current_notice
from ..origin import is_own
from ..submission import Problem, Submission
from .answers import (
    FORMS,
    JSON,
    after_choice,
    problem_response,
    safe_address,
)

logger = logging.getLogger("cookie_pages")


@csrf_exempt
@require_POST
def consent_view(request):
    """Store a choice, JSON or form, and set the choice cookie again from the server.

    No CSRF token, which a cached page couldn't carry: the request's origin is checked.
    """
    try:
        _check_request(request)
        sender = _check_sender(request)
        site_id = site_id_for(request)
        notice = current_notice(site_id) if site_id else None
        submission = _submission(request, notice)
        stored, created = consent.record(submission, notice, site_id)
        if created:
            flood.note_stored(sender, site_id)
    except Problem as problem:
        return problem_response(request, problem)
    except DatabaseError:
        logger.exception("A choice could not be stored")
        return problem_response(
            request, Problem(503, _("The choice can’t be stored at the moment."))
        )
    # A form is sent by who sees it: it answers anew, whatever the cookie says.
    is_new = request.content_type != JSON and submission.method != "placeholder"
    before = None if is_new else consent.current_choice(request, notice)
    choice = consent.choice_of(stored, notice, before)
    if request.content_type == JSON:
        body = {
            "record": str(stored.pk),
            "terms": choice.terms,
            "choices": choice.answers,
        }
        response = JsonResponse(body, status=201 if created else 200)
    else:
        response = redirect(_next(request))
        response.status_code = 303
    response.headers["Cache-Control"] = "no-store"
    set_choice(response, choice, request.is_secure())
    _delete_refused(request, response, notice, submission)
    return response


def _check_request(request):
    if not is_own(request):
        raise Problem(403, _("This request came from another site."))
    if request.content_type not in (JSON, *FORMS):
        raise Problem(415, _("Send JSON or a form."))
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > conf.body_bytes():
        raise Problem(
            413, _("The body is larger than {n} bytes.").format(n=conf.body_bytes())
        )


def _check_sender(request):
    sender, may_send = flood.sender_of(request)
    if not may_send:
        flood.note_refused(sender, site_id_for(request))
        text = _("Too many choices came from your network: try again later.")
        raise Problem(429, text, retry_after=600)
    return sender


def _submission(request, notice):
    if request.content_type == JSON:
        return Submission.from_json(request.body)
    return Submission.from_form(
        request.POST,
        notice.slugs if notice else [],
        notice.refusable_slugs if notice else [],
    )


def _next(request):
    return safe_address(request, request.POST.get("next", "")) or after_choice("")


def _delete_refused(request, response, notice, submission):
    refused = [slug for slug, yes in submission.choices.items() if not yes]
    before = consent.current_choice(request, notice)
    had = before.answers if before else {}
    withdrawn = submission.method == "withdrawal" or any(
        had.get(slug) for slug in refused
    )
    names = deletion.to_delete(request, notice, refused, withdrawn)
    deletion.expire(response, request, names)


def set_choice(response: HttpResponse, choice: Choice, secure: bool) -> HttpResponse:
    """Set the choice cookie until six months after the choice.

    Set by the server, since some browsers keep what a script sets for seven days only.
    """
    name, value, morsel = conf.cookie_name(), choice.value, Morsel()
    # Bare: Python would put quotes around the ``=`` and ``&`` of the contract's format.
    morsel.set(name, value, value)
    morsel["max-age"] = max(0, choice.expires_at - int(time.time()))
    morsel["path"], morsel["samesite"] = "/", "Lax"
    if secure:
        morsel["secure"] = True
    response.cookies[name] = morsel
    return response
