"""Which notice the visitor behind a request sees."""

from contextvars import ContextVar

from wagtail.models import Site

from .memory import keep, recall
from .notices import Notice, current_notice


def site_id_for(request) -> int | None:
    """The site of ``request``, or the default one where there is no request.

    Wagtail's own views have looked it up already; for the others the answer is cached.
    """
    if request is not None and hasattr(request, "_wagtail_site"):
        return request._wagtail_site and request._wagtail_site.pk
    key = f"cookie_pages.site.{request.get_host() if request else ''}"
    site_id = recall(key)
    if site_id is None:
        site_id = _find_site_id(request)
        keep(key, site_id)
    return site_id or None


def _find_site_id(request):
    if request is not None:
        site = Site.find_for_request(request)
    else:
        site = Site.objects.filter(is_default_site=True).first()
    return site.pk if site else 0


def notice_for(request) -> Notice | None:
    """The notice that the visitors of the request's site see now."""
    site_id = site_id_for(request)
    return current_notice(site_id) if site_id else None


# Wagtail renders embeds without a request: the banner, which comes first, leaves it to them.
_page = ContextVar("cookie_pages_page", default=None)


def remember(request, notice: Notice | None) -> None:
    """Note which page is being rendered, for what is rendered without a request."""
    _page.set((notice, getattr(request, "is_preview", False)))


def forget(**kwargs) -> None:
    _page.set(None)


def remembered() -> tuple[Notice | None, bool]:
    """The notice of the page being rendered, and whether it is a preview.

    Outside a page with a banner, the default site's notice.
    """
    return _page.get() or (notice_for(None), False)
