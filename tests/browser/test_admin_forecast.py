"""« Effet de la publication » follows what autosave saves, while the form stays open."""

from django.urls import reverse
from playwright.sync_api import expect

from cookie_pages.models import Purpose

from .editors import log_in


def test_the_effect_is_that_of_the_draft_on_the_screen(demo, visit):
    visitor = visit()
    page = visitor.page
    log_in(visitor)
    purpose = Purpose.objects.get(slug="video", locale__language_code="fr")
    purpose.save_revision()
    edit = reverse(Purpose.snippet_viewset.get_url_name("edit"), args=[purpose.pk])
    visitor.open(edit)
    effect = page.locator("#cookie-forecast")
    expect(effect).to_contain_text("voient déjà")
    # Wagtail notes what the form holds some time after it was loaded.
    page.wait_for_timeout(2500)
    words = page.locator("textarea[name=description]")
    words.fill("Lire des vidéos d’ailleurs, ici")
    words.press_sequentially(".")
    words.blur()
    expect(effect).not_to_contain_text("voient déjà", timeout=15_000)
    expect(effect).to_contain_text("ne redemande rien")
    assert (
        "ailleurs"
        in Purpose.objects.get(pk=purpose.pk).latest_revision.content["description"]
    )
    visitor.errors.clear()


def test_it_is_there_as_soon_as_a_new_declaration_is_saved(demo, visit):
    visitor = visit()
    page = visitor.page
    log_in(visitor)
    visitor.open(reverse(Purpose.snippet_viewset.get_url_name("add")))
    effect = page.locator("#cookie-forecast")
    expect(effect).to_contain_text("Enregistrez un brouillon")
    page.wait_for_timeout(2500)
    page.fill("input[name=name]", "Cartes")
    words = page.locator("textarea[name=description]")
    words.fill("Montrer ici les plans d’un service extérieur")
    words.press_sequentially(".")
    words.blur()
    expect(effect).to_contain_text("nouvelle finalité", timeout=15_000)
    visitor.errors.clear()
