"""What is declared holds on all sites or on some; a new site shows nobody else's banner."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Locale, Page, Site

from cookie_pages.models import (
    CharterCookie,
    ConsentNotice,
    Cookie,
    CookieCharterPage,
    CookieSettings,
    Provider,
    Purpose,
)
from cookie_pages.notices.publish import publish_notice
from tests.admin.test_confirmed import PUBLISH
from tests.admin.test_declarations import purpose_data
from tests.factories import make_banner, make_cookie, make_provider, make_purpose

pytestmark = pytest.mark.django_db


@pytest.fixture
def library(publish_now):
    """A second site, with a page; the first one has a banner and two purposes."""
    first = Site.objects.get()
    page = Page(title="Library", slug="library")
    Page.objects.get(depth=1).add_child(instance=page)
    provider = make_provider()
    for slug in ("statistics", "video"):
        make_cookie(f"_{slug}", make_purpose(slug), provider)
    make_banner()
    second = Site.objects.create(hostname="library.example", root_page=page)
    publish_now()
    return first, second


def publish(sites):
    for site in sites:
        publish_notice(site)


def purposes(site):
    notice = ConsentNotice.objects.filter(site_key=site.pk).order_by("-number").first()
    shown = notice.data["languages"][notice.data["default_language"]]["purposes"]
    return [item["slug"] for item in shown]


def test_a_new_site_shows_nobody_elses_banner(library, client):
    first, second = library
    assert ConsentNotice.objects.filter(site_key=first.pk).exists()
    assert not ConsentNotice.objects.filter(site_key=second.pk).exists()
    page = client.get("/cookies/", headers={"host": "library.example"})
    assert "data-purpose" not in page.content.decode()


def test_its_own_banner_shows_what_is_for_all_and_for_it(library):
    first, second = library
    Purpose.objects.filter(slug="video").update(sites=[first.pk])
    own = make_banner("Library")
    CookieSettings.objects.create(site=second, banner=own)
    publish(library)
    assert purposes(first) == ["statistics", "video"]
    assert purposes(second) == ["statistics"]


@pytest.mark.parametrize("model", [Provider, Cookie])
def test_a_provider_and_a_cookie_hold_where_they_are_said_to(library, model):
    first, second = library
    CookieSettings.objects.create(site=second, banner=make_banner("Library"))
    model.objects.update(sites=[second.pk])
    publish(library)
    names = {}
    for site in library:
        notice = ConsentNotice.objects.filter(site_key=site.pk).order_by("-number")[0]
        shown = notice.data["languages"][notice.data["default_language"]]["purposes"]
        names[site] = [cookie["name"] for item in shown for cookie in item["cookies"]]
    assert names == {first: [], second: ["_statistics", "_video"]}


def test_a_charter_shows_those_of_its_site(library):
    first, second = library
    Cookie.objects.filter(name="_video").update(sites=[first.pk])
    for site in library:
        charter = CookieCharterPage(title="Cookies", slug="charter")
        site.root_page.add_child(instance=charter)
        charter.charter_rows = [
            CharterCookie(cookie=item) for item in Cookie.objects.all()
        ]
        charter.save()
    found = {
        charter.get_site(): [row["name"] for row in charter.rows]
        for charter in CookieCharterPage.objects.all()
    }
    assert found == {first: ["_statistics", "_video"], second: ["_statistics"]}


def test_the_editor_ticks_sites(library, editor):
    first, second = library
    purpose = Purpose.objects.get(slug="video")
    address = reverse(Purpose.snippet_viewset.get_url_name("edit"), args=[purpose.pk])
    form = BeautifulSoup(editor.get(address).content, "html.parser")
    assert len(form.select("input[name=sites]")) == 2
    sent = purpose_data(slug="video", sites=[second.pk])
    assert editor.post(address, sent | PUBLISH).status_code == 302
    purpose.refresh_from_db()
    assert purpose.sites == [second.pk]


def test_with_one_site_nothing_is_asked(editor, notice):
    purpose = Purpose.objects.first()
    address = reverse(Purpose.snippet_viewset.get_url_name("edit"), args=[purpose.pk])
    assert 'name="sites"' not in editor.get(address).content.decode()
    assert Locale.objects.count() == 1


def test_the_list_of_notices_is_filtered_by_site(library, editor):
    first, second = library
    CookieSettings.objects.create(site=second, banner=make_banner("Library"))
    publish(library)
    address = reverse("cookie_pages_notices")
    found = {}
    for site in library:
        page = editor.get(address, {"site": site.pk}).content
        rows = BeautifulSoup(page, "html.parser").select(".listing tbody tr")
        found[site] = [row.find_all("td")[1].get_text(strip=True) for row in rows]
    assert set(found[first]) == {str(first)}
    assert found[second] == [str(second)]
