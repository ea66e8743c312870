"""``/.well-known/gpc.json``: what the site does with Global Privacy Control (S1)."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from .. import conf
from ..consent.visitor import notice_for


@require_safe
def gpc_view(request: HttpRequest) -> HttpResponse:
    """Whether a purpose of the site is refused by the browser's signal, and since when.

    As the Global Privacy Control specification has it: ``gpc`` and the day of the ``lastUpdate``,
    that of the notice in force. 404 where the site asks for no choice. The site routes it at its
    root: ``path(".well-known/gpc.json", gpc_view)``.
    """
    notice = notice_for(request)
    if not notice:
        return HttpResponse(status=404)
    purposes = notice.texts(notice.default_language)["purposes"]
    response = JsonResponse(
        {
            "gpc": any(item["refused_by_browser"] for item in purposes),
            "lastUpdate": notice.published_at[:10],
        }
    )
    patch_cache_control(response, public=True, max_age=conf.cache_seconds())
    return response
