"""A withdrawal that loads the page anew says what it did (C18, WCAG 4.1.3)."""

from playwright.sync_api import expect

WITHDRAWN = "Votre accord est retiré\u00a0: ces services sont désactivés."


def withdraw(visitor, path="/decouvrir/"):
    visitor.open(path)
    visitor.button("Tout accepter").click()
    expect(visitor.page.locator("main iframe")).to_have_count(1)
    visitor.page.evaluate("history.replaceState({ theirs: 'kept' }, '')")
    visitor.page.get_by_role("link", name="Gestion des cookies").click()
    with visitor.page.expect_event("load"):
        visitor.panel.get_by_role("button", name="Tout refuser").click()


def test_it_is_said_seen_and_has_the_focus(visit):
    visitor = visit()
    withdraw(visitor)
    status = visitor.page.locator("#cookie-status")
    expect(status).to_have_text(WITHDRAWN)
    expect(status).to_be_focused()
    box = status.bounding_box()
    assert box["width"] > 150
    assert (
        visitor.page.evaluate("getComputedStyle(document.activeElement).clipPath")
        == "none"
    )
    assert visitor.page.evaluate("history.state") == {"theirs": "kept"}


def test_it_is_said_once(visit):
    visitor = visit()
    withdraw(visitor)
    expect(visitor.page.locator("#cookie-status")).to_have_text(WITHDRAWN)
    visitor.page.reload()
    visitor.page.wait_for_load_state("networkidle")
    expect(visitor.page.locator("#cookie-status")).to_be_empty()


def test_where_nothing_was_open_it_is_said_at_once(visit):
    visitor = visit()
    visitor.open("/plan-du-site/")
    visitor.button("Tout accepter").click()
    visitor.open("/connexion/")
    visitor.page.get_by_role("link", name="Gestion des cookies").click()
    visitor.panel.get_by_role("button", name="Tout refuser").click()
    expect(visitor.page.locator("#cookie-status")).to_have_text(WITHDRAWN)


def test_any_other_choice_is_only_saved(visit):
    visitor = visit()
    visitor.open("/")
    visitor.button("Tout refuser").click()
    expect(visitor.page.locator("#cookie-status")).to_have_text(
        "Vos choix sont enregistrés."
    )
