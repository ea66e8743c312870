"""Whatever part of a browser is absent or forbidden, a visitor has a banner that works (C37)."""

import pytest
from playwright.sync_api import expect

from .conftest import eventually

FORBIDDEN = """Object.defineProperty({owner}, '{name}', {{
  configurable: true,
  get() {{ throw new DOMException('forbidden', 'SecurityError'); }},
  set() {{ throw new DOMException('forbidden', 'SecurityError'); }},
}});"""
THROWS = "window.{name} = class {{ constructor() {{ throw new TypeError('no'); }} }};"
PARTS = {
    "cookies": FORBIDDEN.format(owner="Document.prototype", name="cookie"),
    "no BroadcastChannel": "delete window.BroadcastChannel;",
    "BroadcastChannel": THROWS.format(name="BroadcastChannel"),
    "localStorage": FORBIDDEN.format(owner="window", name="localStorage"),
    "sessionStorage": FORBIDDEN.format(owner="window", name="sessionStorage"),
    "indexedDB": FORBIDDEN.format(owner="window", name="indexedDB"),
    "no indexedDB": "Object.defineProperty(window, 'indexedDB', {value: undefined});",
    "constructed style sheets": THROWS.format(name="CSSStyleSheet"),
    "no locks": "Object.defineProperty(navigator, 'locks', {value: undefined});",
    "locks": "navigator.locks.request = () => { throw new Error('no'); };",
}


@pytest.fixture(params=PARTS)
def without(request, visit):
    visitor = visit()
    visitor.context.add_init_script(PARTS[request.param])
    return visitor


def test_refusing_works_and_is_proven(without):
    without.open("/decouvrir/")
    expect(without.banner).to_be_visible()
    # The sheet that takes its place is on its way.
    expect(without.banner).to_have_css("position", "fixed")
    with without.page.expect_response("**/cookies/consent/") as answer:
        without.button("Tout refuser").click()
    assert answer.value.status == 201
    expect(without.banner).to_be_hidden()
    without.page.wait_for_timeout(300)
    expect(without.banner).to_be_hidden()
    assert without.elsewhere == []


def test_a_withdrawal_closes_what_was_opened(without):
    without.open("/decouvrir/")
    without.button("Tout accepter").click()
    expect(without.page.locator("main iframe")).to_have_count(1)
    without.page.get_by_role("link", name="Gestion des cookies").click()
    with without.page.expect_event("load"):
        without.panel.get_by_role("button", name="Tout refuser").click()
    expect(without.page.locator("main iframe")).to_have_count(0)
    without.page.wait_for_timeout(200)
    # The demo's own statistics can't do without cookies.
    assert set(without.errors) <= {"forbidden"}
    without.errors.clear()


def test_without_modal_dialogs_the_link_leads_to_the_page(visit):
    visitor = visit()
    visitor.context.add_init_script("delete HTMLDialogElement.prototype.showModal;")
    visitor.open("/decouvrir/")
    visitor.button("Personnaliser").click()
    visitor.page.wait_for_url("**/cookies/")
    visitor.open("/decouvrir/?page=2")
    visitor.page.get_by_role("link", name="Gestion des cookies").click()
    visitor.page.wait_for_url("**/cookies/?language=fr&next=%2Fdecouvrir%2F%3Fpage%3D2")


@pytest.mark.parametrize("failures", [1, 2])
def test_a_gate_opens_although_its_file_failed(visit, failures):
    visitor = visit()
    left = [failures]

    def sometimes(route):
        left[0] -= 1
        route.abort() if left[0] >= 0 else route.continue_()

    visitor.context.route("**/cookie_pages/gate.js*", sometimes)
    visitor.open("/decouvrir/")
    visitor.button("Tout refuser").click()
    visitor.page.locator("[data-cookie-allow='video']").click()
    visitor.page.wait_for_timeout(300)
    visitor.page.evaluate("document.body.append(document.createElement('p'))")
    expect(visitor.page.locator("main iframe")).to_have_count(1)
    visitor.errors.clear()


def test_a_withdrawal_without_its_file_closes_and_deletes_on_the_next_page(visit):
    """C18, C19."""
    visitor = visit()
    visitor.open("/decouvrir/")
    visitor.button("Tout accepter").click()
    expect(visitor.page.locator("main iframe")).to_have_count(1)
    eventually(lambda: "visits" in visitor.cookies())
    visitor.context.route("**/cookie_pages/deletion.js*", lambda route: route.abort())
    # Nor does the server help.
    visitor.context.route("**/cookies/consent/", lambda route: route.abort())
    visitor.page.get_by_role("link", name="Gestion des cookies").click()
    with visitor.page.expect_event("load"):
        visitor.panel.get_by_role("button", name="Tout refuser").click()
    expect(visitor.page.locator("main iframe")).to_have_count(0)
    assert "visits" in visitor.cookies()
    visitor.context.unroute("**/cookie_pages/deletion.js*")
    visitor.open("/")
    eventually(lambda: "visits" not in visitor.cookies())
    visitor.errors.clear()


TOUCHED = """
window.touched = [];
for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
  const real = window[name];
  Object.defineProperty(window, name, { get() { touched.push(name); return real; } });
}
"""


def test_no_storage_is_touched_before_a_choice(visit):
    """C1: the European regulators' collector lists each write, however short."""
    visitor = visit()
    visitor.context.add_init_script(TOUCHED)
    for path in ("/", "/decouvrir/", "/charte-cookies/"):
        visitor.open(path)
        expect(visitor.banner).to_be_visible()
        visitor.page.wait_for_timeout(100)
        assert visitor.page.evaluate("touched") == []
