import logging
import time
import uuid
from urllib.parse import urlencode

from django.db import DatabaseError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import condition, require_POST, require_safe

from . import conf, consent, deletion
from .choice import Choice
from .lookup import notice_for, site_id_for
from .origin import is_own
from .submission import Problem, Submission

logger = logging.getLogger("cookie_pages")

JSON = "application/json"
PROBLEM = "application/problem+json"
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


@csrf_exempt
@never_cache
@require_POST
def consent_view(request):
    """Store a choice, JSON or form, and set the choice cookie again from the server.

    No CSRF token, which a cached page couldn't carry: the request's origin is checked.
    """
    try:
        _check_request(request)
        notice = notice_for(request)
        submission = _submission(request, notice)
        stored, created = consent.record(submission, notice, site_id_for(request))
    except Problem as problem:
        return _problem(request, problem)
    except DatabaseError:
        logger.exception("A choice could not be stored")
        return _problem(
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
    set_choice(response, choice, request.is_secure())
    _delete_refused(request, response, notice, submission)
    return response


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
    name, value = conf.cookie_name(), choice.value
    response.set_cookie(
        name,
        value,
        max_age=max(0, choice.expires_at - int(time.time())),
        path="/",
        secure=secure,
        samesite="Lax",
    )
    # Python would put quotes around the ``=`` and ``&`` of the contract's format.
    response.cookies[name].set(name, value, value)
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


def _submission(request, notice):
    if request.content_type == JSON:
        return Submission.from_json(request.body)
    return Submission.from_form(
        request.POST,
        notice.slugs if notice else [],
        notice.refusable_slugs if notice else [],
    )


def _next(request):
    return _safe(request, request.POST.get("next", "")) or _after("")


def _safe(request, address):
    """``address`` if it is on this site, else nothing."""
    safe = url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    )
    return address if safe else ""


def _after(back):
    """Where a stored choice leads: this page again, which says so and leads ``back``."""
    query = {"saved": 1} | ({"next": back} if back else {})
    return f"{reverse('cookie_pages:preferences')}?{urlencode(query)}"


def _problem(request, problem):
    """The refusal as a JSON problem, or as a page for a form sent by a browser."""
    title = _("Your choice was not stored")
    types = [PROBLEM, "text/html"]
    if (
        request.content_type in FORMS
        and request.get_preferred_type(types) == "text/html"
    ):
        context = page_context(request) | {"title": title, "problem": problem}
        template = "cookie_pages/problem.html"
        response = render(request, template, context, status=problem.status)
    else:
        data = {
            "type": "about:blank",
            "title": title,
            "status": problem.status,
            "detail": problem.detail,
        }
        response = JsonResponse(data, status=problem.status, content_type=PROBLEM)
    return response


@require_safe
@never_cache
def preferences_view(request):
    """The whole choice on a page of its own, complete without JavaScript."""
    notice = notice_for(request)
    back = _safe(request, request.GET.get("next", ""))
    context = page_context(request) | {
        "notice": notice,
        "back": back,
        "after": _after(back),
        "saved": "saved" in request.GET,
    }
    if notice:
        choice = consent.current_choice(request, notice)
        language = notice.language(get_language())
        context |= {
            "record": uuid.uuid4(),
            "language": language,
            "shown": notice.languages[language],
            "choice": choice,
            "answers": choice.answers if choice else {},
        }
    response = render(request, "cookie_pages/preferences.html", context)
    patch_vary_headers(response, ["Cookie"])
    return response


@require_safe
@never_cache
def receipt_view(request):
    """The visitor's present choice as a JSON file, read from the cookie alone; 404 without."""
    notice = notice_for(request)
    choice = notice and consent.current_choice(request, notice)
    if not choice:
        return _problem(
            request, Problem(404, _("This browser holds no choice at present."))
        )
    response = JsonResponse(
        {
            "site": request.get_host(),
            "notice": notice.number,
            "terms": choice.terms,
            "chosen_at": choice.date.isoformat(),
            "expires_at": choice.expiry.isoformat(),
            "choices": choice.answers,
        }
    )
    response["Content-Disposition"] = 'attachment; filename="cookie-choice.json"'
    patch_vary_headers(response, ["Cookie"])
    return response


def page_context(request) -> dict:
    """What each page of the module needs from the site's base template."""
    return {"base_template": conf.site_template(), "cookie_preferences_page": True}


def _etag(request):
    notice = notice_for(request)
    return (
        notice and f'"{notice.digest}-{notice.language(request.GET.get("language"))}"'
    )


@require_safe
@condition(etag_func=_etag)
def notice_view(request):
    """The current notice as JSON, in ``?language=`` or else the site's default one."""
    notice = notice_for(request)
    if not notice:
        problem = Problem(404, _("This site asks for no choice at present."))
        return _problem(request, problem)
    language = notice.language(request.GET.get("language"))
    data = {
        "number": notice.number,
        "terms": notice.terms,
        "published_at": notice.published_at,
        "language": language,
        "cookie_name": conf.cookie_name(),
    }
    response = JsonResponse(data | notice.languages[language])
    response.headers["Content-Language"] = language
    patch_cache_control(response, public=True, max_age=conf.cache_seconds())
    return response
