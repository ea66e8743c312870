"""The page that is being rendered, for what Wagtail renders without a request: embeds."""

from contextvars import ContextVar
from typing import NamedTuple

from ..notices.notice import Notice


class RenderedPage(NamedTuple):
    """The notice of a page's visitors, and whether the page is a preview."""

    notice: Notice | None
    is_preview: bool


_page: ContextVar[RenderedPage | None] = ContextVar("cookie_pages_page", default=None)


def enter_page(notice: Notice | None, is_preview: bool) -> None:
    """Called by the banner, which comes first in ``<body>``."""
    _page.set(RenderedPage(notice, is_preview))


def leave_page(**kwargs: object) -> None:
    """Called when the request is over (a receiver of ``request_finished``)."""
    _page.set(None)


def rendered_page() -> RenderedPage | None:
    """None outside a page with a banner."""
    return _page.get()
