"""Previews show the unsaved draft as visitors would see it, count nobody and open no gate."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Locale, Page

from cookie_pages.models import ConsentBanner, CookieCharterPage, Purpose
from tests.factories import make_cookie, make_purpose, make_site_content

pytestmark = pytest.mark.django_db


def preview(item, mode):
    request = item.make_preview_request(preview_mode=mode)
    return BeautifulSoup(request.content, "html.parser")


@pytest.fixture
def banner():
    make_site_content()
    banner = ConsentBanner.objects.get()
    banner.heading = "Brouillon du bandeau"
    return banner


MODES = ["banner", "panel", "information", "placeholder", "preferences"]


@pytest.mark.parametrize("mode", MODES)
def test_no_preview_runs_a_script_or_keeps_the_choice(banner, mode):
    page = preview(banner, mode)
    sources = [tag.get("src", "") for tag in page.find_all("script")]
    assert not [src for src in sources if "cookie_pages" in src]


@pytest.mark.parametrize("mode", ["banner", "panel", "information"])
def test_the_draft_is_shown(banner, mode):
    place = preview(banner, mode).select_one(".cookie-preview-place")
    assert place
    if mode == "banner":
        assert "Brouillon du bandeau" in place.text
        assert len(place.select("[data-cookie-choice]")) == 2
    if mode == "panel":
        assert place.select("input[type=radio], input[type=checkbox]")
    if mode == "information":
        assert len(place.select("[data-cookie-choice]")) == 1


def test_the_preferences_page_and_a_placeholder_too(banner):
    banner.preferences_label = "Vos cookies"
    assert preview(banner, "preferences").h1.text.strip() == "Vos cookies"
    banner.allow_label = "Permettre"
    assert "Permettre" in preview(banner, "placeholder").text


def test_a_purpose_that_is_a_draft_is_in_the_banner(banner):
    purpose = make_purpose("maps", name="Cartes")
    make_cookie("m", purpose=purpose)
    Purpose.objects.filter(pk=purpose.pk).update(live=False)
    purpose.refresh_from_db()
    purpose.name = "Plans"
    for mode in ("banner", "panel", "preferences"):
        assert "Plans" in preview(purpose, mode).text
    assert "Plans" in preview(purpose, "item").text


def test_each_language_has_its_own(banner):
    english = Locale.objects.create(language_code="en")
    copy = banner.copy_for_translation(english)
    copy.heading = "Draft of the banner"
    page = preview(copy, "banner")
    assert "Draft of the banner" in page.text
    assert "Reject all" in page.text


@pytest.fixture
def charter(publish_now):
    make_site_content()
    publish_now()
    page = CookieCharterPage(title="Charte", slug="charte")
    Page.objects.get(depth=2).add_child(instance=page)
    page.introduction = "<p>Brouillon de la charte</p>"
    return page


@pytest.mark.parametrize(
    "mode, shows", [("unanswered", True), ("refused", False), ("accepted", False)]
)
def test_a_charter_is_seen_before_and_after_an_answer(charter, mode, shows):
    page = preview(charter, mode)
    assert "Brouillon de la charte" in page.text
    assert bool(page.select("#cookie-banner")) is shows
    assert not page.select("script[src*=cookie_pages]")


def test_a_page_that_is_no_preview_has_its_scripts(charter, client):
    charter.save_revision().publish()
    page = BeautifulSoup(client.get(charter.url).content, "html.parser")
    assert page.select("script[src*='cookie_pages/banner.js']")
    assert not page.select(".cookie-preview-place")
