"""What is known of the visitor behind a request: the site's notice, and the choice made."""

from django.http import HttpRequest
from wagtail.models import Site

from .. import conf
from ..notices.current import cache_get, cache_set, current_notice
from ..notices.notice import Notice
from .choice import Choice


def site_id_for(request: HttpRequest | None) -> int | None:
    """The site of ``request``, or the default one where there is no request.

    Wagtail's own views have looked it up already; for the others the answer is cached.
    """
    if request is not None and hasattr(request, "_wagtail_site"):
        return getattr(request._wagtail_site, "pk", None)
    key = f"cookie_pages.site.{request.get_host() if request else ''}"
    site_id = cache_get(key)
    if site_id is None:
        site_id = _find_site_id(request)
        cache_set(key, site_id)
    return site_id or None


def _find_site_id(request: HttpRequest | None) -> int:
    if request is not None:
        site = Site.find_for_request(request)
    else:
        site = Site.objects.filter(is_default_site=True).first()
    return site.pk if site else 0


def notice_for(request: HttpRequest | None) -> Notice | None:
    """The notice that the visitors of the request's site see now."""
    site_id = site_id_for(request)
    return current_notice(site_id) if site_id else None


def current_choice(request: HttpRequest, notice: Notice) -> Choice | None:
    """The visitor's valid choice for ``notice``, read from the cookie."""
    return Choice.parse(request.COOKIES.get(conf.cookie_name()), notice)


def has_consent(request: HttpRequest, slug: str) -> bool:
    """Whether the visitor accepted the purpose ``slug``, for views that are never cached.

    True for an exempt purpose, unless it can be refused and was; False where nothing is asked,
    or the purpose isn't known.
    """
    notice = notice_for(request)
    if not notice:
        return False
    choice = current_choice(request, notice)
    answers = choice.answers if choice else {}
    return answers.get(slug, slug in notice.exempt_slugs)
