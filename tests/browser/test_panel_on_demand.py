"""The panel is fetched when it is asked for, and a failure leads to the preferences page."""

import pytest
from playwright.sync_api import expect


def test_it_is_asked_for_once_and_only_when_it_is_needed(visitor):
    asked = []
    visitor.page.on(
        "request", lambda request: "/panel/" in request.url and asked.append(request)
    )
    visitor.open("/")
    expect(visitor.banner).to_be_visible()
    assert asked == []
    assert visitor.page.locator("#cookie-panel").count() == 0
    for _ in range(2):
        visitor.button("Personnaliser").click()
        expect(visitor.panel).to_be_visible()
        visitor.panel.get_by_role("button", name="Fermer").click()
        expect(visitor.panel).to_be_hidden()
    assert len(asked) == 1
    visitor.button("Tout refuser").click()
    expect(visitor.banner).to_be_hidden()


def test_two_clicks_while_it_is_on_its_way_open_one(visitor):
    visitor.open("/")
    visitor.button("Personnaliser").dispatch_event("click")
    visitor.button("Personnaliser").dispatch_event("click")
    expect(visitor.panel).to_be_visible()
    visitor.page.wait_for_timeout(300)
    assert visitor.page.locator("#cookie-panel").count() == 1
    assert visitor.page.url == visitor.home + "/"


@pytest.mark.parametrize("failure", ["offline", 404, 500])
def test_where_it_fails_the_link_leads_to_the_page(visitor, failure):
    def fail(route):
        if failure == "offline":
            route.abort()
        else:
            route.fulfill(status=failure, body="<p>No")

    visitor.context.route("**/cookies/panel/**", fail)
    visitor.open("/decouvrir/")
    visitor.button("Personnaliser").click()
    visitor.page.wait_for_url("**/cookies/")
    visitor.errors.clear()


def test_it_is_fetched_while_the_button_is_still_pressed(visit):
    visitor = visit()
    visitor.open("/")
    visitor.page.get_by_role("button", name="Personnaliser").hover()
    with visitor.page.expect_response(
        lambda response: "/cookies/panel/" in response.url
    ):
        visitor.page.mouse.down()
    expect(visitor.panel).to_be_hidden()
    visitor.page.mouse.up()
    expect(visitor.panel).to_be_visible()
