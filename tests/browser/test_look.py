"""A site gives the banner its own look with a few lines, and its own light or dark."""

import pytest
from playwright.sync_api import expect

LINES = """
:root {
  --cookie-accent: rgb(1, 2, 3);
  --cookie-surface: rgb(250, 240, 230);
  --cookie-radius: 3px;
  --cookie-width: 300px;
  --cookie-font: monospace;
}
"""
STYLE = "(element, name) => getComputedStyle(element)[name]"


def test_five_lines_change_it(visit):
    visitor = visit(bypass_csp=True)
    visitor.open("/")
    expect(visitor.banner).to_be_visible()
    visitor.page.add_style_tag(content=LINES)
    for surface in ("banner", "panel"):
        if surface == "panel":
            visitor.button("Personnaliser").click()
        element = getattr(visitor, surface)
        assert element.evaluate(STYLE, "backgroundColor") == "rgb(250, 240, 230)"
        assert element.evaluate(STYLE, "borderRadius") == "3px"
        assert element.evaluate(STYLE, "fontFamily") == "monospace"
        assert element.bounding_box()["width"] == 300
        accept = element.get_by_role("button", name="Tout accepter")
        assert accept.evaluate(STYLE, "backgroundColor") == "rgb(1, 2, 3)"


@pytest.mark.parametrize("scheme, dark", [("light", False), ("dark", True)])
def test_uncoloured_it_takes_the_sites_color_scheme(visit, scheme, dark):
    """Canvas and its text: the browser's own pair for the page's light or dark."""
    visitor = visit(color_scheme=scheme)
    visitor.context.route("**/home/site.css", lambda route: route.fulfill(body=""))
    visitor.open("/")
    expect(visitor.banner).to_be_visible()
    colour = visitor.banner.evaluate(STYLE, "backgroundColor")
    ink = visitor.banner.evaluate(STYLE, "color")
    lightness = [int(part) for part in colour[4:-1].split(",")]
    assert (sum(lightness) < 200) == dark
    assert ink == ("rgb(255, 255, 255)" if dark else "rgb(0, 0, 0)")
