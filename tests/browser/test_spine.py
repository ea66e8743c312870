"""From an editor's word to the proof of a visitor's choice, in one journey."""

import re

from playwright.sync_api import expect

from cookie_pages.models import ConsentNotice, ConsentRecord

from .editors import log_in


def publish(page):
    page.get_by_role("button", name="Plus d’actions").or_(
        page.locator("footer [data-w-dropdown-target=toggle]")
    ).first.click()
    page.get_by_role("button", name="Publier").click()


def declare_purpose(editor):
    editor.open("/admin/snippets/cookie_pages/purpose/add/")
    page = editor.page
    page.fill("input[name=name]", "Cartes")
    page.locator("section", has=page.locator("[name=slug]")).last.locator(
        "[data-panel-toggle]"
    ).first.click()
    page.fill("[name=slug]", "maps")
    page.fill(
        "textarea[name=description]", "Montrer ici les plans d’un service extérieur."
    )
    publish(page)
    # One choice ends with it: that is confirmed first, and nothing typed is lost.
    page.locator("[name=cookie-asks-again]").check()
    publish(page)
    page.wait_for_url(re.compile(r"/purpose/(\?|$)"))


def test_edit_publish_asked_again_choice_record(visit, settings):
    """C15."""
    # A script clicks faster than an editor: a draft on its way would meet what was published.
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    visitor, editor = visit(), visit()
    visitor.open("/")
    with visitor.page.expect_response("**/cookies/consent/"):
        visitor.button("Tout refuser").click()
    visitor.open("/")
    expect(visitor.banner).to_be_hidden()

    log_in(editor)
    declare_purpose(editor)
    notice = ConsentNotice.objects.first()
    assert (notice.number, notice.terms) == (2, 2)

    visitor.open("/")
    expect(visitor.banner).to_be_visible()
    expect(visitor.banner).to_contain_text("Cartes")
    with visitor.page.expect_response("**/cookies/consent/"):
        visitor.button("Tout accepter").click()
    record = ConsentRecord.objects.first()
    assert record.notice == notice
    assert record.choices == {"maps": True, "statistics": True, "video": True}
    assert visitor.choice()["terms"] == "2"
    visitor.open("/en/")
    expect(visitor.banner).to_be_hidden()
    assert editor.elsewhere == []
