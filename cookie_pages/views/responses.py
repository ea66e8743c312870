"""What the module's views have in common: problems, safe addresses, the site's template."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from .. import conf
from ..consent.submission import FORMS, Problem

PROBLEM = "application/problem+json"


def safe_address(request: HttpRequest, address: str) -> str:
    """``address`` if it is one on this site, with its path from ``/``; else nothing."""
    if not address.startswith(("/", "http://", "https://")):
        return ""
    safe = url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    )
    return address if safe else ""


def after_choice(back: str, language: str = "") -> str:
    """Where a stored choice leads: this page again, which says so and leads ``back``."""
    query = {"saved": 1} | ({"language": language} if language else {})
    query |= {"next": back} if back else {}
    return f"{reverse('cookie_pages:preferences')}?{urlencode(query)}"


def problem_response(
    request: HttpRequest, problem: Problem, title: str = ""
) -> HttpResponse:
    """``problem`` as JSON, or as a page for a form sent by a browser."""
    title = title or _("Your choice was not stored")
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
    response.headers["Cache-Control"] = "no-store"
    if problem.retry_after:
        response.headers["Retry-After"] = str(problem.retry_after)
    return response


def page_context(request: HttpRequest) -> dict:
    """What each page of the module needs from the site's base template."""
    return {"base_template": conf.site_template(), "cookie_preferences_page": True}
