"""The charter's known weaknesses are told with their source, and no word is touched (F8)."""

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse

from cookie_pages.models import CookieCharterPage
from cookie_pages.rules.advice import ADVICE, Charter, advice_for

pytestmark = pytest.mark.django_db
WEAK = ["C12", "C2", "F9", "C27", "C28", "C1", "C14", "F8"]


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
