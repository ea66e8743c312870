"""``POST consent/``: a choice is accepted, and its cookie set again."""

import time
from http.cookies import Morsel

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .. import conf
from ..consent import deletion
from ..consent.accept import Accepted, accept
from ..consent.choice import Choice
from ..consent.submission import JSON, Problem
from ..consent.visitor import cookie_values
from .cors import cross_origin
from .responses import after_choice, problem_response, safe_address


@csrf_exempt
@cross_origin("POST")
@require_POST
def consent_view(request: HttpRequest) -> HttpResponse:
    """Store a choice, JSON or form, and set the choice cookie again from the server.

    No CSRF token, which a cached page couldn't carry: the request's origin is checked.
    """
    try:
        accepted = accept(request)
    except Problem as problem:
        return problem_response(request, problem)
    response = _confirmation(request, accepted)
    if accepted.choice:
        set_choice(response, accepted.choice, request.is_secure())
        if len(cookie_values(request)) > 1:
            deletion.expire_elsewhere(response, request, conf.cookie_name())
    deletion.expire(response, request, accepted.expired)
    return response


def _confirmation(request: HttpRequest, accepted: Accepted) -> HttpResponse:
    """JSON for the script; for a form, the page that it names or the preferences page."""
    if request.content_type == JSON:
        body = {
            "record": str(accepted.record_id),
            "terms": accepted.now.terms,
            "choices": accepted.now.answers,
        }
        response = JsonResponse(body, status=201 if accepted.is_new else 200)
    else:
        back = safe_address(request, request.POST.get("next", ""))
        response = HttpResponseRedirect(back or after_choice(""), status=303)
    response.headers["Cache-Control"] = "no-store"
    return response


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
