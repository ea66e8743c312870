"""The main flows in each engine: asked, refused, accepted, changed, withdrawn, remembered."""

import pytest

from cookie_pages.models import ConsentRecord
from tests.browser.test_focus import HIDDEN, LINKS

BANNER = "#cookie-banner [data-cookie-choice]"
PANEL = "#cookie-panel [data-cookie-choice]"
FOOTER = "footer [data-cookie-preferences]"
SHOWN = "!document.querySelector('#cookie-banner').hidden"
GONE = "document.querySelector('#cookie-banner').hidden"
PLAYER = "!!document.querySelector('main iframe')"


def asked(visitor, path="/"):
    visitor.open(path)
    visitor.until(SHOWN)


def test_nothing_is_kept_or_called_before_a_choice(visitor):
    """C1."""
    asked(visitor, "/decouvrir/")
    assert visitor.cookies() == {}
    assert visitor.run("() => localStorage.length + sessionStorage.length") == 0
    addresses = visitor.run(
        "() => performance.getEntriesByType('resource').map(e => e.name)"
    )
    assert addresses and all(address.startswith(visitor.home) for address in addresses)


@pytest.mark.parametrize("label, yes", [("Tout accepter", "1"), ("Tout refuser", "0")])
def test_one_click_answers_and_is_remembered(visitor, label, yes):
    """C6, C21."""
    asked(visitor, "/decouvrir/")
    visitor.click(BANNER, label)
    visitor.until(GONE)
    value = visitor.cookies()["cookies_preferences"]["value"]
    assert f"statistics={yes}&video={yes}" in value
    visitor.until(PLAYER if yes == "1" else f"!({PLAYER})")
    visitor.open("/")
    visitor.until("document.readyState === 'complete'")
    assert visitor.run(f"() => {GONE}")
    assert ConsentRecord.objects.count() == 1


def test_one_content_is_allowed_where_it_stands(visitor):
    """C39."""
    asked(visitor, "/decouvrir/")
    # Away from under the banner, as a visitor scrolls.
    visitor.run("() => document.querySelector('main .video').scrollIntoView()")
    visitor.click("[data-cookie-allow='']")
    visitor.until(PLAYER)
    assert visitor.cookies() == {}
    visitor.open("/decouvrir/")
    visitor.until(SHOWN)
    visitor.run("() => document.querySelector('main .video').scrollIntoView()")
    visitor.click("[data-cookie-allow='video']")
    visitor.until(PLAYER)
    assert "video=1" in visitor.cookies()["cookies_preferences"]["value"]
    assert "statistics" not in visitor.cookies()["cookies_preferences"]["value"]


def test_withdrawal_stops_deletes_and_is_said(visitor):
    """C17-C19, A11."""
    asked(visitor, "/decouvrir/")
    visitor.click(BANNER, "Tout accepter")
    visitor.until("document.cookie.includes('visits=')")
    visitor.click(FOOTER)
    visitor.until("document.querySelector('#cookie-panel')?.open")
    visitor.click(PANEL, "Tout refuser")
    visitor.until(f"!({PLAYER}) && !document.cookie.includes('visits=')")
    assert set(visitor.cookies()) == {"cookies_preferences"}
    visitor.until(
        "document.activeElement.textContent.startsWith('Votre accord est retiré')"
    )


def test_the_panel_takes_the_focus_and_escape_decides_nothing(visitor):
    """A7, C3."""
    asked(visitor)
    visitor.click("#cookie-banner button[data-cookie-preferences]")
    visitor.until(
        "document.querySelector('#cookie-panel')?.contains(document.activeElement)"
    )
    visitor.press("escape")
    visitor.until("!document.querySelector('#cookie-panel')?.open")
    assert visitor.run("() => document.activeElement.textContent") == "Personnaliser"
    assert visitor.run(f"() => {SHOWN}")
    assert visitor.cookies() == {}


def test_the_style_comes_with_the_panel(visitor):
    asked(visitor)
    style = "() => getComputedStyle(document.querySelector('#cookie-banner'))"
    assert visitor.run(f"{style}.position") == "fixed"
    assert visitor.run(
        "() => document.querySelector('#cookie-banner').offsetHeight <= innerHeight / 2"
    )


@pytest.mark.parametrize("key", ["tab", "shift tab"])
def test_no_focused_element_is_entirely_under_the_banner(visitor, key):
    """A3."""
    asked(visitor)
    visitor.run(LINKS)
    hidden = stops = 0
    for _ in range(140):
        visitor.press(key)
        stops += visitor.run("() => document.activeElement !== document.body")
        hidden += visitor.run(HIDDEN)
    assert stops >= 120
    assert hidden == 0
