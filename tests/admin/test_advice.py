"""The charter's known weaknesses are told with their source, and no word is touched (F8)."""

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse

from cookie_pages.models import CookieCharterPage
from cookie_pages.rules.advice import ADVICE, Charter, advice_for
from tests.factories import make_cookie, make_provider, make_purpose

pytestmark = pytest.mark.django_db
WEAK = ["C12", "C2", "F9", "C27", "C28", "C1", "C14", "F8", "C32", "F4", "F6", "F7"]


@pytest.fixture
def charter():
    call_command("seed_charter")
    return CookieCharterPage.objects.get()


def told(editor, charter, query=""):
    address = reverse("wagtailadmin_pages:edit", args=[charter.pk]) + query
    page = BeautifulSoup(editor.get(address).content, "html.parser")
    box = page if query else page.find(id="cookie-advice")
    return {
        item.small.get_text().strip("()").split(" – ")[0]: item.get_text(" ")
        for item in box.select("details li")
    }


def test_the_seeds_weaknesses_are_told_with_their_source(editor, charter):
    before = charter.latest_revision.content
    advice = told(editor, charter)
    assert set(WEAK) <= set(advice)
    assert "lignes directrices 2020-091, par. 50-52" in advice["C28"]
    assert "falsification" in advice["F8"]
    charter.refresh_from_db()
    assert charter.latest_revision.content == before


def test_it_follows_each_saved_draft(editor, charter):
    assert "C12" in told(editor, charter, "?cookie_advice=1")
    charter.introduction = "<p>Cookies de session et de langue.</p>"
    charter.save_revision()
    assert "C12" not in told(editor, charter, "?cookie_advice=1")


def test_who_may_not_edit_reads_no_advice(client, charter, django_user_model):
    client.force_login(django_user_model.objects.create_user("x", "x@example.org", "x"))
    address = reverse("wagtailadmin_pages:edit", args=[charter.pk])
    response = client.get(address + "?cookie_advice=1")
    assert b"<li>" not in response.content
    assert response.status_code == 302


def test_a_charter_without_weakness_gets_none():
    words = (
        "Ce site lit et écrit des traceurs. Il ne dépose aucun cookie tiers et n’a aucune "
        "publicité."
    )
    blocks = ["contact", "preferences_button", "updated"]
    rows = [("csrftoken", "Protéger les formulaires contre la falsification")]
    assert advice_for(Charter.of([words], blocks, rows)) == []


@pytest.mark.parametrize("block", ["contact", "preferences_button", "updated"])
def test_each_missing_block_is_told(block):
    blocks = {"contact", "preferences_button", "updated"} - {block}
    assert len(advice_for(Charter.of([""], blocks, []))) == 1


def test_each_piece_has_a_source_and_a_remedy():
    assert all(item.source and str(item.remedy) and item.rule for item in ADVICE)


@pytest.mark.parametrize("query", ["", "?cookie_advice=1"])
def test_a_declaration_is_advised_beside_its_form(editor, query):
    provider = make_provider(policy_url="")
    address = reverse("wagtailsnippets_cookie_pages_provider:edit", args=[provider.pk])
    provider.save_revision()
    shown = editor.get(address + query).content.decode()
    assert "Les visiteurs ne trouvent pas la politique de confidentialité" in shown
    assert "RGPD, art. 13" in shown


def test_a_draft_is_told_what_stops_its_publication(editor):
    provider = make_provider()
    provider.country = "US"
    provider.save_revision(clean=False)
    address = reverse("wagtailsnippets_cookie_pages_provider:edit", args=[provider.pk])
    page = BeautifulSoup(editor.get(address).content, "html.parser")
    told = page.select("#cookie-advice li[data-level=forbidden]")
    assert ["hors de l’Espace économique européen" in li.text for li in told] == [True]


def test_the_advice_of_the_site_is_one_list(editor, charter):
    make_provider("Vimeo", policy_url="")
    shown = editor.get(reverse("cookie_pages_advice")).content.decode()
    assert "Vimeo" in shown
    assert charter.title in shown
    assert "meilleur service possible" in shown


def test_a_caption_is_kept_however_many_tables(charter, client):
    """F1: the seed's own title of its table, when cookies of another purpose are added."""
    charter.save_revision().publish()
    row = charter.charter_rows.first()
    other = make_cookie(purpose=make_purpose(), provider=row.cookie.provider)
    charter.charter_rows.add(type(row)(cookie=other))
    table = next(b for b in charter.body if b.block_type == "cookie_table")
    table.value["purposes"] = []
    charter.save_revision().publish()
    page = BeautifulSoup(client.get(charter.url).content, "html.parser")
    captions = [caption.get_text() for caption in page.select("caption")]
    assert len(captions) == 2
    assert all(caption.startswith(table.value["caption"]) for caption in captions)
