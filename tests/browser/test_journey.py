"""Seen, refused, remembered, reopened, accepted, opened: in a real browser."""

import time

import pytest
from playwright.sync_api import expect

REFUSED = {"terms": "1", "statistics": "0", "video": "0"}
ACCEPTED = {"terms": "1", "statistics": "1", "video": "1"}

# The demo's own counter, which sets its cookie a moment after its gate is opened.
COUNTED = "() => document.cookie.includes('visits=')"


def test_nothing_is_set_loaded_or_called_before_a_choice(visitor):
    """C1, C39."""
    for path in ("/", "/charte-cookies/", "/decouvrir/", "/en/discover/", "/nowhere/"):
        visitor.open(path)
        expect(visitor.banner).to_be_visible()
    visitor.page.wait_for_timeout(500)
    assert visitor.cookies() == {}
    assert visitor.elsewhere == []
    assert visitor.page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("width, height", [(1280, 800), (320, 640)])
@pytest.mark.parametrize(
    "label, choice", [("Tout accepter", ACCEPTED), ("Tout refuser", REFUSED)]
)
def test_one_click_answers_and_is_remembered(visit, width, height, label, choice):
    """C6, C21."""
    visitor = visit(viewport={"width": width, "height": height})
    visitor.open("/")
    visitor.banner.get_by_role("button", name=label).click()
    expect(visitor.banner).to_be_hidden()
    assert visitor.choice() == choice
    for path in ("/charte-cookies/", "/en/", "/nowhere/"):
        visitor.open(path)
        expect(visitor.banner).to_be_hidden()


def test_a_choice_is_kept_for_six_months(visitor):
    """C22, C33."""
    visitor.open("/")
    visitor.button("Tout refuser").click()
    cookie = visitor.cookies()["cookies_preferences"]
    days = (cookie["expires"] - time.time()) / 86400
    assert 181 < days <= 182.01
    assert (cookie["path"], cookie["sameSite"]) == ("/", "Lax")


def test_refused_gates_stay_shut_and_accepted_ones_open_at_once(visitor):
    """C10, C20."""
    visitor.open("/decouvrir/")
    visitor.button("Tout refuser").click()
    visitor.open("/decouvrir/")
    assert visitor.elsewhere == []
    assert "visits" not in visitor.cookies()
    visitor.page.get_by_role("contentinfo").get_by_text("Gestion des cookies").click()
    visitor.panel.get_by_role("button", name="Tout accepter").click()
    expect(visitor.page.locator("main iframe")).to_have_count(1)
    visitor.page.wait_for_function(COUNTED)
    assert any("youtube-nocookie" in url for url in visitor.elsewhere)
    assert "visits" in visitor.cookies()


def test_one_purpose_accepted_opens_its_gates_alone(visitor):
    """C5, C10."""
    visitor.open("/decouvrir/")
    visitor.button("Personnaliser").click()
    expect(visitor.panel).to_be_visible()
    assert visitor.panel.locator(":checked").count() == 0
    visitor.panel.get_by_role("group", name="Mesure d’audience").get_by_label(
        "Accepter"
    ).check()
    visitor.button("Confirmer mes choix").click()
    expect(visitor.panel).to_be_hidden()
    assert visitor.choice() == {"terms": "1", "statistics": "1", "video": "0"}
    visitor.page.wait_for_function(COUNTED)
    visitor.page.wait_for_timeout(200)
    assert visitor.elsewhere == []
    assert "visits" in visitor.cookies()


def test_the_panel_shows_the_present_choice_and_takes_it_back(visitor):
    """C17, C19: what was opened is shut again by loading the page anew."""
    visitor.open("/decouvrir/")
    visitor.button("Tout accepter").click()
    expect(visitor.page.locator("main iframe")).to_have_count(1)
    visitor.page.get_by_role("contentinfo").get_by_text("Gestion des cookies").click()
    expect(visitor.panel.locator(":checked")).to_have_count(2)
    with visitor.page.expect_navigation():
        visitor.panel.get_by_role("button", name="Tout refuser").click()
    expect(visitor.page.locator("main iframe")).to_have_count(0)
    expect(visitor.banner).to_be_hidden()
    assert visitor.choice() == REFUSED


def test_one_embed_is_allowed_without_answering_for_the_rest(visitor):
    """A18."""
    visitor.open("/decouvrir/")
    visitor.page.locator("[data-cookie-allow=video]").click()
    expect(visitor.page.locator("main iframe")).to_have_count(1)
    expect(visitor.page.locator("main iframe")).to_be_focused()
    assert visitor.choice() == {"terms": "1", "video": "1"}
    expect(visitor.banner).to_be_visible()


@pytest.mark.parametrize(
    "value",
    [
        "garbage",
        "terms=1",
        "terms=1&at=1",
        "terms=0&at={now}&statistics=1&video=1",
        "terms=1&terms=1&at={now}&statistics=1&video=1",
        "terms=1&at={now}&statistics=1&video=1&statistics=1",
        "terms=1&at={now}&statistics=1&video=yes",
        "terms=1&at={now}&statistics=1&video=1&other=2",
        "terms=1&at={now}.5&statistics=1&video=1",
        "terms=1&at=-{now}&statistics=1&video=1",
        "terms=1&at=9{now}&statistics=1&video=1",
        "terms=1&at={now}&statistics=1&video=1&" + "x" * 3000 + "=1",
        "terms=1&at={now}&statistics=1",
    ],
)
def test_a_wrong_or_partial_choice_cookie_asks_and_opens_nothing_wrong(visitor, value):
    visitor.context.add_cookies(
        [
            {
                "name": "cookies_preferences",
                "value": value.format(now=int(time.time())),
                "url": visitor.home,
            }
        ]
    )
    visitor.open("/decouvrir/")
    expect(visitor.banner).to_be_visible()
    assert visitor.elsewhere == []


def test_a_purpose_that_is_gone_is_passed_over(visitor):
    value = f"terms=1&at={int(time.time())}&statistics=0&video=0&gone=1"
    visitor.context.add_cookies(
        [{"name": "cookies_preferences", "value": value, "url": visitor.home}]
    )
    visitor.open("/")
    expect(visitor.banner).to_be_hidden()


def test_on_a_small_screen_every_button_is_in_view(visit):
    visitor = visit(viewport={"width": 320, "height": 640})
    visitor.open("/")
    expect(visitor.banner).to_be_visible()
    top = visitor.banner.bounding_box()["y"]
    assert top >= 319
    for name in ("Tout accepter", "Tout refuser", "Personnaliser"):
        box = visitor.button(name).bounding_box()
        assert top <= box["y"] and box["y"] + box["height"] <= 640
        assert box["height"] >= 24
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_closing_by_any_way_is_no_answer(visitor):
    """C3."""
    visitor.open("/decouvrir/")
    visitor.button("Personnaliser").click()
    expect(visitor.panel).to_be_visible()
    visitor.page.keyboard.press("Escape")
    expect(visitor.panel).to_be_hidden()
    visitor.button("Personnaliser").click()
    expect(visitor.panel).to_be_visible()
    visitor.button("Fermer").click()
    visitor.page.mouse.wheel(0, 500)
    visitor.page.wait_for_timeout(200)
    assert visitor.cookies() == {}
    assert visitor.elsewhere == []
    expect(visitor.banner).to_be_visible()


def test_without_javascript_there_is_no_banner_and_nothing_is_loaded(visit):
    """C37."""
    visitor = visit(java_script_enabled=False)
    visitor.open("/decouvrir/")
    expect(visitor.banner).to_be_hidden()
    expect(visitor.page.get_by_text("YouTube est désactivé")).to_be_visible()
    assert visitor.elsewhere == []
