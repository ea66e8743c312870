"""Scheduling, locking, comparing and reverting, for every type, as Wagtail has them."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from cookie_pages.models import (
    ConsentBanner,
    Cookie,
    CookieCharterPage,
    Provider,
    Purpose,
)

# A field of words, and what is written in it.
TYPES = {
    Purpose: ("description", "Compter les visites de chaque page, à notre façon."),
    Provider: ("legal_name", "Une autre raison sociale"),
    Cookie: ("finality", "Une autre finalité en une phrase"),
    ConsentBanner: ("heading", "Un autre titre"),
    CookieCharterPage: ("title", "Une autre charte"),
}
EACH = pytest.mark.parametrize("model", TYPES, ids=lambda model: model.__name__)


def address(item, action, *args):
    if isinstance(item, CookieCharterPage):
        return reverse(f"wagtailadmin_pages:{action}", args=[item.pk, *args])
    name = type(item).snippet_viewset.get_url_name(action)
    return reverse(name, args=[item.pk, *args])


def drafted(editing, model):
    """The French one, with a draft that changes its words."""
    item = model.objects.filter(locale__language_code="fr").order_by("pk").first()
    name, words = TYPES[model]
    before = item.save_revision()
    page = editing.page
    editing.open(address(item, "edit"))
    field = page.locator(f"form [name={name}]").first
    field.fill(words)
    page.locator("footer button").first.click()
    page.wait_for_load_state()
    expect(page.locator(f"form [name={name}]").first).to_have_value(words)
    item.refresh_from_db()
    return item, before, words


@EACH
def test_a_draft_is_compared_and_reverted(editing, model):
    item, before, words = drafted(editing, model)
    page = editing.page
    compare = "revisions_compare"
    editing.open(address(item, compare, before.pk, item.latest_revision_id))
    expect(page.locator("main")).to_contain_text(words.split()[-1])
    editing.open(address(item, "revisions_revert", before.pk))
    name, _words = TYPES[model]
    expect(page.locator(f"form [name={name}]").first).not_to_have_value(words)


def open_status(page):
    """Wagtail's side panel, which it opens by itself where it was open before."""
    page.wait_for_timeout(800)
    lock = page.locator(".form-side label", has_text="Verrouiller")
    if not lock.is_visible():
        page.locator("button:has(.icon-info-circle)").first.click()
    expect(lock).to_be_visible()
    return lock


@EACH
def test_a_publication_is_scheduled(editing, model):
    item, _before, _words = drafted(editing, model)
    page = editing.page
    editing.open(address(item, "edit"))
    open_status(page)
    page.locator("[data-a11y-dialog-show*=schedul]").first.click()
    page.locator("[name=go_live_at]").fill("2099-01-01 09:00")
    # By the keyboard: Wagtail's calendar may lie over the button.
    page.get_by_role("button", name="Enregistrer la programmation").press("Enter")
    page.wait_for_load_state()
    page.wait_for_timeout(800)
    draft = model.objects.get(pk=item.pk).get_latest_revision_as_object()
    assert draft.go_live_at.year == 2099


@EACH
def test_it_is_locked(editing, model):
    item = model.objects.filter(locale__language_code="fr").order_by("pk").first()
    editing.open(address(item, "edit"))
    open_status(editing.page).click()
    editing.page.wait_for_load_state()
    editing.page.wait_for_timeout(1000)
    item.refresh_from_db()
    assert item.locked
