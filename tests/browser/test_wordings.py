"""A click puts a ready-made wording into the form, into a rich text too, to be edited."""

import re

from django.urls import reverse
from playwright.sync_api import expect

from cookie_pages.models import ConsentBanner


def test_a_wording_goes_into_a_rich_text_is_edited_and_undone(demo, editing):
    banner = ConsentBanner.objects.get(locale__language_code="fr")
    edit = ConsentBanner.snippet_viewset.get_url_name("edit")
    page = editing.open(reverse(edit, args=[banner.pk]))
    text = page.locator("[data-contentpath=text] [role=textbox]")
    expect(text).to_be_editable()
    page.get_by_text("Formulations prêtes à l’emploi").click()
    page.get_by_role("button", name="Première phrase : avec votre accord").click()
    expect(text).to_contain_text("Nous demandons votre accord avant")
    expect(text).to_be_focused()
    page.keyboard.press("Control+z")
    expect(text).not_to_contain_text("Nous demandons")
    page.keyboard.press("Control+Shift+z")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Merci.")
    # The editor writes what is typed into the form a quarter of a second later.
    expect(page.locator("[name=text]")).to_have_value(re.compile("Merci"))
    page.get_by_role("button", name="Enregistrer le brouillon").click()
    expect(page.locator(".messages")).to_contain_text("modifié")
    banner.refresh_from_db()
    assert banner.text == ""
    draft = banner.get_latest_revision_as_object()
    assert "finalités suivantes\N{NO-BREAK SPACE}: Merci.</p>" in draft.text
