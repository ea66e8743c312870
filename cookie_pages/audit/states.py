"""How the audit chooses: by the buttons that visitors have."""

from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from .. import conf
from .seen import ACCEPTED, NO_CHOICE, ONLY, REFUSED, SIGNAL, WITHDRAWN

BANNER = "#cookie-banner"
CONTROL = "[data-cookie-preferences]"
PANEL = "#cookie-panel"
CHOICE = "[data-cookie-choice]"


def choose(tab: Tab, state: str) -> None:
    """Make the choice of ``state``; raises Playwright's error where that can't be done."""
    if state == ACCEPTED:
        tab.click(f"{BANNER} {CHOICE}[value='1']")
    elif state == REFUSED:
        tab.click(f"{BANNER} {CHOICE}[value='0']")
    elif state == WITHDRAWN:
        answer(tab, None)
    elif state.startswith(ONLY):
        answer(tab, state.removeprefix(ONLY))
    if state not in (NO_CHOICE, SIGNAL):
        is_kept = f"() => document.cookie.includes('{conf.cookie_name()}=')"
        tab.wait_for_function(is_kept)


def answer(tab: Tab, accepted: str | None) -> None:
    """In the panel: accepts this purpose and refuses the others."""
    tab.locator(f"{CONTROL}:visible").last.click()
    panel = tab.locator(PANEL)
    expect(panel).to_be_visible()
    slugs = panel.locator("[data-purpose]").evaluate_all(
        "all => all.map(item => item.dataset.purpose)"
    )
    for slug in slugs:
        radios = panel.locator(f"input[name='{slug}']")
        if radios.count():
            value = "1" if slug == accepted else "0"
            # A theme may draw its own in their place.
            radio = radios.and_(panel.locator(f"[value='{value}']"))
            radio.evaluate("radio => { radio.checked = true; }")
    panel.locator(f"{CHOICE}:not([value])").click()
