"""A language that a site brings itself, longer by half and written from right to left."""

import pytest
from django.conf import settings as site_settings
from playwright.sync_api import expect
from wagtail.models import Locale, Site

from cookie_pages.models import ConsentBanner, Cookie, CookieCharterPage, Purpose
from cookie_pages.notices.publish import publish_notice
from home.models import ContentPage, HomePage

from .pseudo import CODE, pseudo, write_catalogue
from .test_axe import violations
from .test_long_names import SIDEWAYS, WIDE

WORDS = {
    Purpose: ("name", "description", "personal_data"),
    Cookie: ("service", "finality"),
    ConsentBanner: ("heading",),
}
CLIPPED = """[...document.querySelectorAll("button, legend, label, h2, td, th, p")]
  .filter(item => item.checkVisibility() && item.scrollWidth > item.clientWidth + 1
    && !item.closest("thead") && getComputedStyle(item).display != "inline")
  .map(item => item.outerHTML.slice(0, 120))"""
DIRECTION = "item => getComputedStyle(item).direction"


@pytest.fixture
def other_way(demo, settings, tmp_path):
    write_catalogue(tmp_path)
    settings.LOCALE_PATHS = [*site_settings.LOCALE_PATHS, tmp_path]
    languages = [*site_settings.LANGUAGES, (CODE, "Pseudo")]
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = languages
    locale = Locale.objects.create(language_code=CODE)
    for model, names in WORDS.items():
        for item in model.objects.filter(live=True, locale=Locale.get_default()):
            copy = item.copy_for_translation(locale)
            for name in names:
                setattr(copy, name, pseudo(getattr(item, name)))
            copy.live = True
            copy.save()
    for page in [
        *HomePage.objects.all(),
        *ContentPage.objects.all(),
        *CookieCharterPage.objects.all(),
    ]:
        if page.locale == Locale.get_default():
            copy = page.copy_for_translation(locale, copy_parents=True)
            copy.save_revision().publish()
    publish_notice(Site.objects.get())
    return CookieCharterPage.objects.get(locale=locale)


@pytest.mark.parametrize("width", [1280, 320])
def test_it_is_whole_and_runs_the_other_way(other_way, visit, width):
    visitor = visit(viewport={"width": width, "height": 800}, locale="ar")
    page = visitor.page

    def look(state):
        assert page.evaluate(SIDEWAYS) <= 0, (state, page.evaluate(WIDE))
        assert page.evaluate(CLIPPED) == [], state
        assert violations(page) == [], state

    visitor.open(f"/{CODE}/")
    expect(visitor.banner).to_be_visible()
    assert visitor.banner.evaluate(DIRECTION) == "rtl"
    accept, refuse = (
        page.locator(f"#cookie-banner [value='{value}']").bounding_box()
        for value in (1, 0)
    )
    assert accept["x"] > refuse["x"] or accept["y"] < refuse["y"]
    assert accept["width"] == pytest.approx(refuse["width"], abs=1)
    look("banner")
    page.locator("#cookie-banner [data-cookie-preferences]").last.click()
    expect(visitor.panel).to_be_visible()
    assert visitor.panel.evaluate(DIRECTION) == "rtl"
    look("panel")
    page.keyboard.press("Escape")
    page.locator("#cookie-banner [value='0']").click()
    expect(visitor.banner).to_be_hidden()
    visitor.open(f"/{CODE}/decouvrir/")
    expect(page.locator(".cookie-placeholder").first).to_be_visible()
    assert page.locator(".cookie-placeholder").first.evaluate(DIRECTION) == "rtl"
    look("placeholder")
    for path in (other_way.url, f"/cookies/?language={CODE}"):
        visitor.open(path)
        look(path)
    assert not visitor.errors
