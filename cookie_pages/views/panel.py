"""``GET panel/<number>/<language>/<key>/``: what stands behind « Customise », as a document."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from .. import conf
from ..consent.visitor import site_id_for
from ..notices.current import notice_numbered
from ..notices.render import panel_html
from ..rules.languages import lang_attributes, language_of_words

YEAR = 31_536_000  # seconds


@require_safe
def panel_view(
    request: HttpRequest, number: int, language: str, key: str
) -> HttpResponse:
    """The panel of a notice of the request's site, the same for every visitor.

    Its address changes with each byte of it, so that browsers and caches keep it for a year. An
    address of before, from a page that is kept elsewhere, gives the panel as it is now rendered.
    404 for a notice or a language that never was.
    """
    site_id = site_id_for(request)
    notice = notice_numbered(site_id, number) if site_id else None
    if not notice or language not in notice.languages:
        raise Http404
    panel, current_key = panel_html(notice, language)
    title = notice.languages[language]["banner"]["panel_heading"]
    context = {
        "panel": mark_safe(panel),  # noqa: S308
        "lang": lang_attributes(language_of_words(language), language),
        "title": title,
    }
    response = render(request, "cookie_pages/panel_page.html", context)
    if key == current_key:
        patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    else:
        patch_cache_control(response, public=True, max_age=conf.cache_seconds())
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Content-Language"] = language
    return response
