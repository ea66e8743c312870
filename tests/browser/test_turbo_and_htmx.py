"""A site whose pages are swapped by the real Turbo 8 or by the real htmx 2."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

LIBRARIES = Path(__file__).parents[1] / "data/libraries"
SITES = {
    "turbo": ("turbo-8.0.23.js", "<body"),
    "htmx": ("htmx-2.0.11.min.js", '<body hx-boost="true"'),
}


@pytest.fixture(params=SITES)
def visitor(visit, request):
    """A visitor of the demo, each of whose pages loads the library."""
    name, body = SITES[request.param]
    visitor = visit(bypass_csp=True)

    def page(route):
        if route.request.resource_type not in ("document", "fetch", "xhr"):
            return route.fallback()
        answer = route.fetch()
        html = answer.text().replace("<body", body, 1)
        head = '<script src="/library.js" defer></script></head>'
        route.fulfill(response=answer, body=html.replace("</head>", head, 1))

    visitor.context.route(lambda url: url.startswith(visitor.home), page)
    visitor.context.route(
        "**/library.js", lambda route: route.fulfill(path=LIBRARIES / name)
    )
    visitor.open("/")
    visitor.page.evaluate("window.sameDocument = true")
    return visitor


def follow(visitor, name, path):
    """Follows a link of the page, and sees that no document was loaded for it."""
    visitor.page.get_by_role("link", name=name, exact=True).first.click()
    visitor.page.wait_for_url(f"{visitor.home}{path}")
    assert visitor.page.evaluate("window.sameDocument") is True


def test_an_undecided_visitor_is_asked_on_each_page(visitor):
    expect(visitor.banner).to_be_visible()
    follow(visitor, "Découvrir la plateforme", "/decouvrir/")
    expect(visitor.banner).to_be_visible()
    expect(visitor.page.locator("main iframe")).to_have_count(0)
    visitor.button("Tout accepter").click()
    expect(visitor.banner).to_be_hidden()
    expect(visitor.page.locator("main iframe")).to_have_count(1)


def test_an_accepted_content_opens_on_each_page(visitor):
    visitor.button("Tout accepter").click()
    expect(visitor.banner).to_be_hidden()
    follow(visitor, "Découvrir la plateforme", "/decouvrir/")
    expect(visitor.page.locator("main iframe")).to_have_count(1)
    expect(visitor.banner).to_be_hidden()
    visitor.page.go_back()
    visitor.page.wait_for_url(visitor.home + "/")
    expect(visitor.banner).to_be_hidden()
    visitor.page.go_forward()
    expect(visitor.page.locator("main iframe")).to_have_count(1)


def test_the_way_back_works_on_each_page(visitor):
    visitor.button("Tout accepter").click()
    follow(visitor, "Découvrir la plateforme", "/decouvrir/")
    expect(visitor.page.locator("main iframe")).to_have_count(1)
    visitor.page.get_by_role("link", name="Gestion des cookies").last.click()
    expect(visitor.panel).to_be_visible()
    with visitor.page.expect_event("load"):
        visitor.panel.get_by_role("button", name="Tout refuser").click()
    assert visitor.choice()["video"] == "0"
    expect(visitor.page.locator("main iframe")).to_have_count(0)
