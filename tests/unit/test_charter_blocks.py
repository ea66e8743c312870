"""Every block explains itself to editors, and shows what it says to visitors."""

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse

from cookie_pages.blocks import charter_blocks
from cookie_pages.models import Cookie, CookieCharterPage
from cookie_pages.seed.text import link_addresses

pytestmark = pytest.mark.django_db
BLOCKS = dict(charter_blocks())


@pytest.fixture
def charter():
    call_command("seed_charter", verbosity=0)
    return CookieCharterPage.objects.get()


def shown(client, page, *blocks):
    page.body = list(blocks)
    page.save()
    return BeautifulSoup(client.get(page.url).content, "html.parser").main


@pytest.mark.parametrize("name", BLOCKS)
def test_each_block_has_a_description_and_a_preview(name):
    block = BLOCKS[name]
    assert block.get_description()
    assert block.is_previewable


@pytest.mark.parametrize("name", BLOCKS)
def test_each_preview_opens(editor, name):
    address = reverse("wagtailadmin_block_preview")
    definition = CookieCharterPage.body.field.stream_block.child_blocks[name]
    response = editor.get(address, {"id": definition.definition_prefix})
    assert response.status_code == 200
    assert BeautifulSoup(response.content, "html.parser").get_text().strip()


def test_columns_of_retention_party_and_consent_are_optional(client, charter):
    """F2, F3, F9."""
    table = {"show_retention": True, "show_party": True, "show_consent": True}
    found = shown(client, charter, ("cookie_table", table)).table
    headings = [cell.get_text() for cell in found.thead.find_all("th")]
    assert headings[4:] == ["Durée de conservation", "Déposé par", "Consentement"]
    assert "2 semaines" in found.get_text()
    assert "Dispensé" in found.get_text()
    assert "Sans lui, il faudrait se reconnecter à chaque page." in found.get_text()


def test_contact_names_controller_officer_and_cnil(client, charter):
    """F4."""
    contact = {"controller": "L’académie", "officer_email": "dpd@example.org"}
    text = shown(client, charter, ("contact", contact)).get_text()
    for words in ("L’académie", "dpd@example.org", "CNIL", "effacement"):
        assert words in text


def test_the_date_is_that_of_the_last_publication_shown(client, charter):
    """F7: of the page or of one of its cookies; a save moves nothing."""
    CookieCharterPage.objects.update(last_published_at=datetime(2026, 3, 1, tzinfo=UTC))
    Cookie.objects.update(last_published_at=datetime(2026, 2, 1, tzinfo=UTC))
    page = CookieCharterPage.objects.get()
    assert shown(client, page, ("updated", {})).time["datetime"] == "2026-03-01"
    Cookie.objects.filter(name="csrftoken").update(
        last_published_at=datetime(2026, 4, 1, tzinfo=UTC)
    )
    page = CookieCharterPage.objects.get()
    assert shown(client, page, ("updated", {})).time["datetime"] == "2026-04-01"


def test_an_empty_table_shows_nothing_and_breaks_nothing(client, charter):
    charter.charter_rows.all().delete()
    assert not shown(client, charter, ("cookie_table", {})).table


def test_an_address_in_a_heading_is_a_link_and_all_else_is_escaped():
    assert link_addresses("A <https://x.org/?a=1&b=2> <b>") == (
        'A <a href="https://x.org/?a=1&amp;b=2">https://x.org/?a=1&amp;b=2</a> &lt;b&gt;'
    )
    assert "<script" not in link_addresses(
        '<https://x.org/"><script>alert(1)</script>>'
    )
