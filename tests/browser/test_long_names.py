"""A name without a space, however long, widens no page: WCAG 1.4.10."""

import pytest
from playwright.sync_api import expect
from wagtail.models import Site

from cookie_pages.models import Cookie, Provider, Purpose
from cookie_pages.notices.publish import publish_notice

LONG = "Sehrlangesunteilbareswortohneleerzeichen" * 3
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"

WIDE = """[...document.querySelectorAll("body *")]
  .filter(item => item.getBoundingClientRect().right > innerWidth)
  .map(item => item.outerHTML.slice(0, 90))"""


@pytest.fixture
def long_names(demo):
    """In each place of a declaration that visitors read."""
    Cookie.objects.filter(name="sessionid").update(
        name=f"session{LONG}"[:120], service=LONG, finality=LONG
    )
    Provider.objects.filter(name="Opendatasoft").update(name=LONG)
    Purpose.objects.filter(slug="statistics").update(name=LONG, description=LONG)
    publish_notice(Site.objects.get())


@pytest.mark.parametrize("width", [1280, 768, 320])
def test_no_page_is_wider_than_its_window(long_names, visit, width):
    visitor = visit(viewport={"width": width, "height": 800})
    for path in ("/charte-cookies/", "/cookies/"):
        visitor.open(path)
        wide = visitor.page.evaluate(WIDE)
        assert visitor.page.evaluate(SIDEWAYS) <= 0, (path, wide)
    visitor.open("/")
    visitor.button("Personnaliser").click()
    expect(visitor.panel).to_be_visible()
    assert visitor.panel.evaluate("panel => panel.scrollWidth - panel.clientWidth") <= 0


def test_a_usual_name_is_not_broken(demo, visit):
    visitor = visit()
    visitor.open("/charte-cookies/")
    lines = "cell => cell.getClientRects().length"
    for name in ("cookies_preferences", "django_language", "csrftoken"):
        code = visitor.page.locator(".cookie-table code", has_text=name).first
        assert code.evaluate(lines) == 1, name
    assert visitor.page.locator(".cookie-table wbr").count() == 0
