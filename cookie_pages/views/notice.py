"""``GET notice.json``: the current notice as data."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import get_language_from_path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .. import conf
from ..consent.submission import Problem
from ..consent.visitor import notice_for
from ..notices.addresses import located
from .responses import problem_response


@require_safe
def notice_view(request: HttpRequest) -> HttpResponse:
    """The current notice as JSON, in ``?language=``, the address's or the site's language.

    404 where the site asks for no choice; 304 with the same headers as 200.
    """
    notice = notice_for(request)
    if not notice:
        problem = Problem(404, _("This site asks for no choice at present."))
        return problem_response(request, problem, _("There is no notice"))
    # Not the browser's: what a cache keeps must depend on the address alone.
    in_address = get_language_from_path(request.path_info)
    language = notice.language(request.GET.get("language") or in_address)
    data = {
        "number": notice.number,
        "terms": notice.terms,
        "published_at": notice.published_at,
        "language": language,
        "cookie_name": conf.cookie_name(),
    }
    response: HttpResponse = JsonResponse(data | located(notice.languages[language]))
    etag = f'"{notice.digest}-{language}"'
    response.headers["ETag"] = etag
    patch_cache_control(response, public=True, max_age=conf.cache_seconds())
    response = get_conditional_response(request, etag, response=response) or response
    response.headers["Content-Language"] = language
    return response
