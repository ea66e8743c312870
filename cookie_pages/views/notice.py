"""``GET notice.json``: the current notice as data."""

from hashlib import sha256

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .. import conf
from ..consent.submission import Problem
from ..consent.visitor import notice_for
from ..notices.addresses import located
from ..notices.front_end import front_end
from ..notices.notice import Notice
from ..rules.languages import language_of_words
from .cors import cross_origin
from .responses import problem_response


@cross_origin("GET")
@require_safe
def notice_view(request: HttpRequest) -> HttpResponse:
    """The current notice as JSON, in ``?language=``, the address's or the site's language.

    With all that a front end of its own needs. 404 where the site asks for no choice; 304 with
    the same headers as 200.
    """
    notice = notice_for(request)
    if not notice:
        problem = Problem(404, _("This site asks for no choice at present."))
        return problem_response(request, problem, _("There is no notice"))
    # Not the browser's: what a cache keeps must depend on the address alone.
    in_address = get_language_from_path(request.path_info)
    language = notice.language(request.GET.get("language") or in_address)
    with override(language_of_words(language)):
        response: HttpResponse = JsonResponse(_data(request, notice, language))
    etag = f'"{sha256(response.content).hexdigest()[:32]}"'
    response.headers["ETag"] = etag
    patch_cache_control(response, public=True, max_age=conf.cache_seconds())
    response = get_conditional_response(request, etag, response=response) or response
    response.headers["Content-Language"] = language
    return response


def _data(request: HttpRequest, notice: Notice, language: str) -> dict:
    shown = located(notice.languages[language])
    addresses = {
        "consent": reverse("cookie_pages:consent"),
        "preferences": f"{reverse('cookie_pages:preferences')}?language={language}",
        "receipt": reverse("cookie_pages:receipt"),
        "charter": shown["charter_url"],
        "privacy": shown["privacy_url"],
    }
    return {
        "number": notice.number,
        "terms": notice.terms,
        "published_at": notice.published_at,
        "language": language,
        "cookie_name": conf.cookie_name(),
        "addresses": {
            name: address and request.build_absolute_uri(address)
            for name, address in addresses.items()
        },
        **front_end(notice, language),
        **shown,
    }
