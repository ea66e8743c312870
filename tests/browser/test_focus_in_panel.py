"""What has the focus in the panel is never wholly below the panel's own bars (A3, WCAG 2.4.11)."""

import pytest
from playwright.sync_api import expect

SEEN = """() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) =>
    [box.left + box.width * x, box.top + box.height * y]));
  const at = ([x, y]) => document.elementFromPoint(x, y);
  // A label may be drawn over its field.
  const labels = [...(element.labels ?? [])];
  const own = (found) => found && (element.contains(found) || found.contains(element)
    || labels.some((label) => label.contains(found)));
  const bar = (found) => found?.closest('.cookie-bar, ' +
    '.fr-modal__header, .fr-consent-manager__buttons');
  return {
    name: element.innerText || element.name || element.tagName,
    seen: points.some((point) => own(at(point)) &&
      (bar(element) || !bar(at(point)))),
  };
}"""


def walk(visitor, key, steps=18):
    """The names of the stops, and of those that the panel's bars hide."""
    hidden, stops = [], []
    for _ in range(steps):
        visitor.page.keyboard.press(key)
        stop = visitor.page.evaluate(SEEN)
        stops.append(stop["name"])
        if not stop["seen"]:
            hidden.append(stop["name"])
    return stops, hidden


@pytest.mark.parametrize("size", [(1280, 800), (1280, 600), (320, 640)])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_each_stop_of_the_panel_is_seen(visit, size, key):
    visitor = visit(viewport={"width": size[0], "height": size[1]})
    visitor.open("/")
    visitor.button("Personnaliser").click()
    expect(visitor.panel).to_be_visible()
    for details in visitor.panel.locator("details").all():
        details.evaluate("node => node.open = true")
    stops, hidden = walk(visitor, key)
    assert len(set(stops)) > 6
    assert hidden == []
