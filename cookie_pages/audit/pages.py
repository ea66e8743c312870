"""Which addresses of a site the audit opens."""

from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from wagtail.models import Page, Site


def addresses(
    site: Site, base: str, more: Iterable[str] = (), most: int = 200
) -> list[str]:
    """The live pages of ``site`` that anybody may read, at the address ``base``.

    One of each type comes first, then the others in the order of the tree, in every language,
    and the sitemap's. ``more``: paths or addresses that are always opened, such as of views.
    """
    found = [urljoin(base, "/"), *(urljoin(base, path) for path in more)]
    trees = site.root_page.get_translations(inclusive=True)
    pages = [page for root in trees for page in _public(root)]
    firsts = {page.content_type_id: page for page in reversed(pages)}
    for page in [*firsts.values(), *pages]:
        for path in _paths(page):
            found.append(urljoin(base, path))
    return [*dict.fromkeys(found)][:most]


def _public(root: Page) -> list[Page]:
    pages = root.get_descendants(inclusive=True).live().public().specific()
    return list(pages.order_by("path"))


def _paths(page: Page) -> list[str]:
    """The page's own path, and those that it gives to the sitemap."""
    parts = page.get_url_parts()
    own = [parts[2]] if parts else []
    listed = [item.get("location", "") for item in page.get_sitemap_urls() or []]
    return own + [_path(address) for address in listed if address]


def _path(address: str) -> str:
    parts = urlsplit(address)
    return parts._replace(scheme="", netloc="").geturl() or "/"
