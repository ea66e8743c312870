"""What the markup of every surface must have, in both themes' words (A9, A12, A17, A22, C30)."""

import pytest
from bs4 import BeautifulSoup

from cookie_pages.models import Purpose

pytestmark = pytest.mark.django_db
PAGES = ["/", "/decouvrir/", "/charte-cookies/", "/cookies/", "/connexion/"]


@pytest.fixture
def surfaces(demo_content, client, publish_now):
    """Each page of the demo, and the panel."""
    publish_now()
    pages = {path: client.get(path).content for path in PAGES}
    home = BeautifulSoup(pages["/"], "html.parser")
    pages["panel"] = client.get(home.find(id="cookie-banner")["data-panel"]).content
    return {name: BeautifulSoup(page, "html.parser") for name, page in pages.items()}


def test_no_title_says_another_thing_than_the_label(surfaces):
    """A9."""
    for page in surfaces.values():
        for item in page.select("[title]"):
            assert item.get_text(strip=True).lower() in item["title"].lower()
        for item in page.select("button[aria-label], a[aria-label]"):
            assert item.get_text(strip=True).lower() in item["aria-label"].lower()


def test_what_controls_something_names_it(surfaces):
    """A12: the default theme's details need no script and no id."""
    assert surfaces["panel"].select("details > summary")
    for page in surfaces.values():
        for item in page.select(
            "[aria-controls], [aria-labelledby], [aria-describedby]"
        ):
            for name in ("aria-controls", "aria-labelledby", "aria-describedby"):
                assert all(
                    page.find(id=target) for target in item.get(name, "").split()
                )


def test_names_of_trackers_are_left_alone_by_translators(surfaces):
    """A17."""
    codes = [code for page in surfaces.values() for code in page.select("code")]
    assert {"sessionid", "csrftoken"} <= {code.get_text() for code in codes}
    assert all(code.get("translate") == "no" for code in codes)


def test_nothing_opens_another_window(surfaces):
    """A22."""
    for page in surfaces.values():
        assert not page.select("[target]")


def test_each_link_says_where_it_leads(surfaces):
    """A22."""
    for page in surfaces.values():
        for link in page.select("a[href]"):
            name = link.get("aria-label") or link.get_text(strip=True)
            assert name.lower() not in (
                "",
                "ici",
                "cliquez ici",
                "en savoir plus",
                "lien",
            )


def test_the_footer_is_the_same_everywhere(surfaces):
    """A21: same words, same order."""
    footers = {
        tuple(link.get_text(strip=True) for link in page.select("footer a"))
        for name, page in surfaces.items()
        if name != "panel"
    }
    assert len(footers) == 1
    assert "Gestion des cookies" in footers.pop()


def test_the_charter_says_how_to_change_ones_mind(surfaces):
    """F6: the panel, and the browser besides."""
    charter = surfaces["/charte-cookies/"].select_one(".cookie-charter")
    assert charter.select("[data-cookie-preferences]")
    assert "navigateur" in charter.get_text()


def test_who_is_counted_without_consent_is_told_and_can_object(
    demo_content, client, publish_now
):
    """C30: and nobody claims a certificate."""
    conditions = dict.fromkeys(Purpose.CONDITIONS, True)
    Purpose.objects.filter(slug="statistics").update(
        needs_consent=False, measures_audience=True, **conditions
    )
    publish_now()
    page = BeautifulSoup(client.get("/cookies/").content, "html.parser")
    purpose = page.find(attrs={"data-purpose": "statistics"})
    assert "sans votre consentement" in purpose.get_text()
    assert "vous pouvez" in purpose.get_text()
    assert purpose.find("input", attrs={"name": "statistics", "value": "0"})
    assert "certifi" not in page.get_text().lower()
