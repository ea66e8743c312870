"""Taking consent back stops and deletes what ran (C17-C19)."""

from playwright.sync_api import expect

from cookie_pages.models import Cookie, Purpose
from cookie_pages.seed import publish

LEAVE = """
document.cookie = "visits=1; Path=/";
document.cookie = "visits=2; Path=/decouvrir";
document.cookie = "visits=3; Path=/decouvrir/";
document.cookie = "tracker.42=1; Path=/";
document.cookie = "other=1; Path=/";
localStorage.setItem("seen", "1");
localStorage.setItem("mine", "1");
sessionStorage.setItem("seen", "1");
new Promise(done => {
  indexedDB.open("tracks").onsuccess = e => { e.target.result.close(); done(); };
});
"""


def declare(name, storage_type):
    purpose = Purpose.objects.get(slug="statistics", locale__language_code="fr")
    like = Cookie.objects.filter(purpose=purpose).first()
    publish(
        Cookie(
            name=name,
            storage_type=storage_type,
            purpose=purpose,
            provider=like.provider,
            service="Mesure",
            finality="Compter",
            locale=like.locale,
        )
    )


def test_what_was_declared_is_deleted_everywhere_and_nothing_else(visitor):
    for name, kind in [
        ("tracker.*", "cookie"),
        ("seen", "localStorage"),
        ("seen", "sessionStorage"),
        ("tracks", "IndexedDB"),
    ]:
        declare(name, kind)
    visitor.open("/decouvrir/")
    with visitor.page.expect_response("**/cookies/consent/"):
        visitor.button("Tout accepter").click()
    visitor.page.wait_for_timeout(300)
    visitor.page.evaluate(LEAVE)
    visitor.context.add_cookies(
        [{"name": "tracker.7", "value": "1", "url": visitor.home, "httpOnly": True}]
    )
    visitor.page.get_by_role("link", name="Gestion des cookies").click()
    with visitor.page.expect_navigation():
        visitor.panel.get_by_role("button", name="Tout refuser").click()
    visitor.page.wait_for_timeout(500)
    names = {cookie["name"] for cookie in visitor.context.cookies()}
    assert names == {"cookies_preferences", "other"}
    assert visitor.page.evaluate("Object.keys(localStorage)") == ["mine"]
    assert visitor.page.evaluate("sessionStorage.length") == 0
    assert visitor.page.evaluate("indexedDB.databases()") == []


def test_after_it_the_next_pages_call_nobody(visitor):
    visitor.open("/decouvrir/")
    visitor.button("Tout accepter").click()
    expect(visitor.page.locator("main iframe")).to_have_count(1)
    visitor.page.get_by_role("link", name="Gestion des cookies").click()
    with visitor.page.expect_navigation():
        visitor.panel.get_by_role("button", name="Tout refuser").click()
    visitor.elsewhere.clear()
    for path in ("/decouvrir/", "/en/discover/", "/"):
        visitor.open(path)
        visitor.page.wait_for_timeout(200)
    assert visitor.elsewhere == []
    assert set(visitor.cookies()) == {"cookies_preferences"}


def test_what_cannot_be_deleted_is_said(visitor):
    visitor.open("/")
    visitor.button("Personnaliser").click()
    expect(visitor.panel).to_contain_text(
        "Ce que www.youtube-nocookie.com garde sous son propre domaine"
    )


def test_other_tabs_follow_at_once(visitor):
    first = visitor.open("/decouvrir/")
    second = visitor.context.new_page()
    second.goto(visitor.home + "/decouvrir/")
    expect(second.locator("#cookie-banner")).to_be_visible()
    visitor.button("Tout accepter").click()
    expect(second.locator("#cookie-banner")).to_be_hidden()
    expect(second.locator("main iframe")).to_have_count(1)
    first.get_by_role("link", name="Gestion des cookies").click()
    visitor.panel.get_by_role("button", name="Tout refuser").click()
    expect(second.locator("main iframe")).to_have_count(0)
