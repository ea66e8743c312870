"""Focus is never hidden, whatever the size; nothing is out of reach (A3, A4, A6)."""

import pytest
from playwright.sync_api import expect

SIZES = [(1280, 800), (320, 640), (320, 256)]
LINKS = """() => {
  const main = document.querySelector("main");
  for (let i = 0; i < 120; i++) {
    const line = document.createElement("p");
    const link = document.createElement("a");
    link.href = "#" + i;
    link.textContent = "Link number " + i;
    line.append(link);
    main.append(line);
  }
}"""
HIDDEN = """() => {
  const element = document.activeElement;
  const banner = document.getElementById("cookie-banner");
  if (!element || element === document.body || banner.contains(element)) return false;
  const box = element.getBoundingClientRect();
  const over = banner.getBoundingClientRect();
  const outside = box.bottom <= 0 || box.top >= innerHeight;
  return outside || (box.top >= over.top && box.bottom <= over.bottom
    && box.left >= over.left && box.right <= over.right);
}"""


def press(visitor, key):
    """How many of 140 presses of ``key`` reached an element, and how many of these were hidden."""
    hidden = stops = 0
    for _ in range(140):
        visitor.page.keyboard.press(key)
        stops += visitor.page.evaluate("document.activeElement !== document.body")
        hidden += visitor.page.evaluate(HIDDEN)
    return stops, hidden


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_no_focused_element_is_entirely_under_the_banner(visit, size, key):
    """A3, with real keys through 120 links and all the rest of the page."""
    visitor = visit(viewport={"width": size[0], "height": size[1]})
    visitor.open("/")
    expect(visitor.banner).to_be_visible()
    visitor.page.evaluate(LINKS)
    stops, hidden = press(visitor, key)
    assert stops >= 130
    assert hidden == 0


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_banner_takes_at_most_half_the_height(visit, size):
    visitor = visit(viewport={"width": size[0], "height": size[1]})
    visitor.open("/")
    expect(visitor.banner).to_be_visible()
    assert visitor.banner.bounding_box()["height"] <= size[1] / 2 + 1


TARGETS = "button:visible, summary:visible, label:visible, a:visible"


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_targets_are_24_px_at_least(visit, size):
    """A4, but for links inside sentences."""
    visitor = visit(viewport={"width": size[0], "height": size[1]})
    visitor.open("/")
    expect(visitor.banner).to_be_visible()
    for control in visitor.banner.locator("button:visible").all():
        assert control.bounding_box()["height"] >= 24
    visitor.button("Personnaliser").click()
    expect(visitor.panel).to_be_visible()
    for control in visitor.panel.locator(
        "button:visible, summary:visible, label:visible"
    ).all():
        box = control.bounding_box()
        assert box["height"] >= 24 and box["width"] >= 24


@pytest.mark.parametrize(
    "name, style",
    [
        ("200 % text", "html { font-size: 200% }"),
        (
            "text spacing",
            "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
            " word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
        ),
    ],
)
@pytest.mark.parametrize("size", [(320, 256), (320, 640), (640, 320)], ids=str)
def test_every_button_is_reached_and_nothing_is_cut(visit, size, name, style):
    """A6."""
    visitor = visit(viewport={"width": size[0], "height": size[1]}, bypass_csp=True)
    visitor.open("/")
    expect(visitor.banner).to_be_visible()
    visitor.page.add_style_tag(content=style)
    sideways = "document.documentElement.scrollWidth > innerWidth"
    assert not visitor.page.evaluate(sideways)
    box = "e => e.scrollWidth > e.clientWidth"
    assert not visitor.banner.evaluate(box)
    for label in ("Tout accepter", "Tout refuser", "Personnaliser"):
        button = visitor.button(label)
        button.focus()
        seen = button.bounding_box()
        assert seen["y"] >= -1 and seen["y"] + seen["height"] <= size[1] + 1, label
        assert not button.evaluate(box)
    visitor.button("Personnaliser").click()
    expect(visitor.panel).to_be_visible()
    assert not visitor.panel.evaluate(box)
    for label in ("Fermer", "Confirmer mes choix"):
        button = visitor.panel.get_by_role("button", name=label)
        button.focus()
        seen = button.bounding_box()
        assert seen["y"] >= -1 and seen["y"] + seen["height"] <= size[1] + 1, label


def test_the_charters_tables_fit_a_phone_with_their_headers(visit):
    """A15."""
    visitor = visit(viewport={"width": 320, "height": 640})
    visitor.open("/charte-cookies/")
    assert not visitor.page.evaluate(
        "document.documentElement.scrollWidth > innerWidth"
    )
    table = visitor.page.get_by_role("table").first
    expect(table).to_have_accessible_name(
        "Cookies nécessaires au bon fonctionnement de la plateforme / cookies fonctionnels"
    )
    assert table.get_by_role("columnheader").count() == 4
    assert table.get_by_role("row").count() == 5
