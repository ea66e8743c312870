"""``GET notice.json``: the current notice as data."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_safe

from .. import conf
from ..consent.submission import Problem
from ..consent.visitor import notice_for
from .responses import problem_response


def _etag(request: HttpRequest) -> str | None:
    notice = notice_for(request)
    if not notice:
        return None
    return f'"{notice.digest}-{notice.language(request.GET.get("language"))}"'


@require_safe
@condition(etag_func=_etag)
def notice_view(request: HttpRequest) -> HttpResponse:
    """The current notice as JSON, in ``?language=`` or else the site's default one."""
    notice = notice_for(request)
    if not notice:
        problem = Problem(404, _("This site asks for no choice at present."))
        return problem_response(request, problem)
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
