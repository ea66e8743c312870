"""Nothing goes by itself, nothing hidden is reached (A13, A19, A20, C7)."""

import pytest
from playwright.sync_api import expect

MOVES = """() => [...document.querySelectorAll('[class*=cookie-]')]
  .map((element) => getComputedStyle(element))
  .filter((style) => parseFloat(style.transitionDuration) || style.animationName !== 'none')
  .length"""


def test_the_banner_waits_for_as_long_as_it_takes(visit):
    """A20."""
    visitor = visit()
    visitor.page.clock.install()
    visitor.open("/")
    expect(visitor.banner).to_be_visible()
    visitor.page.clock.fast_forward("01:00:00")
    expect(visitor.banner).to_be_visible()
    assert visitor.page.evaluate(MOVES) == 0


def test_what_is_hidden_is_not_read_out_and_not_reached(visit):
    """A13."""
    visitor = visit()
    visitor.open("/")
    visitor.button("Personnaliser").click()
    expect(visitor.panel).to_be_visible()
    told = visitor.page.locator("body").aria_snapshot()
    assert "Panneau de gestion des cookies" in told
    assert 'region "Vos données, votre choix"' not in told
    visitor.page.locator("main a").first.evaluate("link => link.focus()")
    assert visitor.page.evaluate(
        "!!document.activeElement.closest('#cookie-panel, body')"
    )
    assert not visitor.page.evaluate("!!document.activeElement.closest('main')")
    visitor.panel.get_by_role("button", name="Tout refuser").click()
    told = visitor.page.locator("body").aria_snapshot()
    assert "Vos données, votre choix" not in told
    assert "Panneau de gestion des cookies" not in told


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("surface", ["banner", "panel"])
def test_both_answers_have_one_size(visit, width, surface):
    """C7."""
    visitor = visit(viewport={"width": width, "height": 640})
    visitor.open("/")
    if surface == "panel":
        visitor.button("Personnaliser").click()
    box = getattr(visitor, surface)
    expect(box).to_be_visible()
    accept, refuse = (
        box.get_by_role("button", name=name).bounding_box()
        for name in ("Tout accepter", "Tout refuser")
    )
    assert accept["width"] == pytest.approx(refuse["width"], abs=1)
    assert accept["height"] == pytest.approx(refuse["height"], abs=1)
    assert accept["y"] == refuse["y"]
