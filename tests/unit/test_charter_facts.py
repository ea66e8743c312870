"""The charter says who receives data, on what basis, and which proof is kept (C14, C23, F4)."""

import pytest
from bs4 import BeautifulSoup
from django.utils.safestring import mark_safe

from cookie_pages.templatetags.cookie_pages_charter import breakable

pytestmark = pytest.mark.django_db


@pytest.fixture
def charter(demo_content, client, publish_now):
    publish_now()

    def read(address="/charte-cookies/"):
        page = BeautifulSoup(client.get(address).content, "html.parser")
        return page.select_one(".cookie-charter")

    return read


def test_each_recipient_with_its_role_country_purpose_and_transfer(charter):
    rows = charter().select(".cookie-table:not(:has(caption)) tbody tr")
    (row,) = [row for row in rows if "Google" in row.get_text()]
    assert "L’académie" not in str(rows)
    text = " ".join(row.get_text(" ").split())
    for part in (
        "Google Ireland Ltd",
        "Irlande",
        "responsable",
        "Vidéos",
        "États-Unis",
        "adéquation",
    ):
        assert part in text
    assert row.a["href"] == "https://policies.google.com/privacy"


def test_the_basis_and_how_long_the_proof_is_kept(charter, settings):
    text = " ".join(charter().get_text(" ").split())
    assert "article 82" in text
    assert "supprimée au bout de 5 ans" in text
    settings.COOKIE_PAGES_RECORD_DAYS = 365 * 3
    assert "supprimée au bout de 3 ans" in charter().get_text()


def test_the_controller_is_that_of_the_settings_in_each_language(charter):
    for address in ("/charte-cookies/", "/en/cookie-charter/"):
        assert (
            "Rectorat de l’académie"
            in charter(address).select_one("#contact").get_text()
        )


def test_necessary_cookies_have_their_retention_and_exemption_below_the_seeds_table(
    charter,
):
    tables = charter().select("table:has(caption)")
    assert len(tables) == 4
    necessary = tables[1]
    assert len(necessary.select("tbody tr")) == 4
    assert "Dispensé" in necessary.get_text() or "Exempt" in necessary.get_text()
    assert "Durée" in necessary.thead.get_text()


@pytest.mark.parametrize(
    "text, html",
    [
        ("sessionid", "sessionid"),
        ("x" * 24, "x" * 24),
        ("x" * 25, "xxxxxx<wbr>" * 4 + "x"),
        ("a" * 30 + "<b>", "<wbr>".join(["aaaaaa"] * 5) + "&lt;b&gt;"),
        ("&" * 30, "&amp;" * 30),
        (mark_safe('<i lang="en">word</i>'), '<i lang="en">word</i>'),
        ("", ""),
    ],
)
def test_only_a_long_word_may_be_broken_and_nothing_is_unescaped(text, html):
    assert breakable(text) == html
