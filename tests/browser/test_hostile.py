"""Broken markup, overfull jars and pages that nobody has seen yet open nothing (C37)."""

import time

import pytest
from playwright.sync_api import expect

PRERENDERED = """
let hidden = true;
Object.defineProperty(Document.prototype, "prerendering", { get: () => hidden });
window.showPage = () => {
  hidden = false;
  document.dispatchEvent(new Event("prerenderingchange"));
};
"""
CHOICE = "terms=1&at={now}&statistics={yes}&video={yes}"
GATE = """([attribute, nested]) => {
  const gate = document.createElement("template");
  if (attribute !== null) gate.setAttribute("data-consent", attribute);
  const image = document.createElement("img");
  image.src = "https://tracker.example/pixel.gif";
  const inner = document.createElement("template");
  inner.dataset.consent = nested;
  inner.content.append(image);
  gate.content.append(nested ? inner : image);
  document.querySelector("main").append(gate);
}"""


def with_choice(visitor, yes):
    value = CHOICE.format(now=int(time.time()), yes=yes)
    cookie = {"name": "cookies_preferences", "value": value, "url": visitor.home}
    visitor.context.add_cookies([cookie])


def test_a_prerendered_page_opens_and_sends_nothing_until_it_is_shown(visit):
    visitor = visit()
    visitor.context.add_init_script(PRERENDERED)
    with_choice(visitor, 1)
    visitor.open("/decouvrir/")
    visitor.page.wait_for_timeout(300)
    assert visitor.elsewhere == []
    assert visitor.posts == []
    assert set(visitor.cookies()) == {"cookies_preferences"}
    visitor.page.evaluate("showPage()")
    expect(visitor.page.locator("main iframe")).to_have_count(1)
    expect(visitor.banner).to_be_hidden()


def test_a_full_jar_changes_nothing(visitor):
    with_choice(visitor, 0)
    visitor.context.add_cookies(
        [
            {"name": f"other{number}", "value": "x" * 20, "url": visitor.home}
            for number in range(170)
        ]
    )
    visitor.open("/decouvrir/")
    visitor.page.wait_for_timeout(300)
    expect(visitor.banner).to_be_hidden()
    visitor.page.get_by_role("link", name="Gestion des cookies").click()
    with visitor.page.expect_response("**/cookies/consent/") as answered:
        visitor.panel.get_by_role("button", name="Tout accepter").click()
    assert answered.value.status == 201
    assert visitor.choice() == {"terms": "1", "statistics": "1", "video": "1"}


@pytest.mark.parametrize(
    "attribute",
    [None, "", " ", "nobody", "Statistics", "statistics video", "constructor", "terms"],
)
def test_a_gate_of_no_purpose_stays_shut(visit, attribute):
    visitor = visit(bypass_csp=True)
    with_choice(visitor, 1)
    visitor.open("/")
    visitor.page.evaluate(GATE, [attribute, ""])
    visitor.page.wait_for_timeout(300)
    assert visitor.elsewhere == []


@pytest.mark.parametrize("nested, opens", [("video", True), ("nobody", False)])
def test_a_gate_within_a_gate_asks_for_both(visit, nested, opens):
    visitor = visit(bypass_csp=True)
    with_choice(visitor, 1)
    visitor.open("/")
    visitor.page.evaluate(GATE, ["statistics", nested])
    visitor.page.wait_for_timeout(500)
    assert bool(visitor.elsewhere) == opens


def test_a_placeholder_without_its_gate_breaks_nothing_else(visitor):
    visitor.open("/decouvrir/")
    visitor.page.evaluate("document.querySelector('main template').remove()")
    visitor.page.locator("[data-cookie-allow='']").click()
    visitor.button("Tout refuser").click()
    expect(visitor.banner).to_be_hidden()
    assert visitor.elsewhere == []
