"""``POST consent/``: a choice is accepted, and its cookie set again."""

import time

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .. import conf
from ..consent import account, deletion
from ..consent.accept import Accepted, accept
from ..consent.choice import Choice
from ..consent.cookies import account_cookie, write
from ..consent.submission import JSON, Problem
from ..consent.visitor import cookie_domain, cookie_values
from ..notices.notice import Notice
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
        response = _confirmation(request, accepted)
        if accepted.choice:
            _set_choice(request, response, accepted.choice, accepted.notice)
    except Problem as problem:
        return problem_response(request, problem)
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


def _set_choice(
    request: HttpRequest, response: HttpResponse, choice: Choice, notice: Notice
) -> None:
    """Until six months after the choice: the account's where one is logged in, else this host's."""
    domain = cookie_domain(request, notice)
    is_account = bool(account.user_of(request))
    name = account_cookie() if is_account else conf.cookie_name()
    if is_account:
        if request.content_type != JSON:
            account.only_here(request, request.POST.get("-device") == "1")
        account.take(request, response, choice, notice)
    else:
        seconds = choice.expires_at - int(time.time())
        write(response, request, name, choice.value, seconds, domain)
    if cookie_values(request, name)[domain == "" :]:
        deletion.expire_elsewhere(response, request, name, domain)
