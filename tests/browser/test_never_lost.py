"""The choice holds at once, and its proof is sent again until the server has it."""

import json

import pytest
from playwright.sync_api import expect

from cookie_pages.models import ConsentRecord

PENDING = "localStorage.getItem('cookie-pages')"


@pytest.mark.parametrize("failure", ["offline", 500, 503, 429])
def test_a_failed_post_is_sent_again_with_the_same_id_until_it_is_known(
    visitor, failure
):
    def fail(route):
        if failure == "offline":
            route.abort()
        else:
            route.fulfill(status=failure, body="")

    visitor.context.route("**/cookies/consent/", fail)
    visitor.open("/")
    visitor.button("Tout refuser").click()
    expect(visitor.banner).to_be_hidden()
    visitor.open("/en/")
    visitor.page.wait_for_timeout(300)
    expect(visitor.banner).to_be_hidden()
    sent = {json.loads(post.post_data)["record"] for post in visitor.posts}
    assert len(sent) == 1
    assert len(visitor.posts) == 2
    visitor.errors.clear()

    visitor.context.unroute("**/cookies/consent/")
    with visitor.page.expect_response("**/cookies/consent/") as answer:
        visitor.open("/")
    assert answer.value.status == 201
    visitor.page.wait_for_timeout(200)
    assert visitor.page.evaluate(PENDING) is None
    assert {str(record.pk) for record in ConsentRecord.objects.all()} == sent


def test_what_the_server_refuses_is_not_sent_for_ever(visitor):
    visitor.context.route(
        "**/cookies/consent/", lambda route: route.fulfill(status=409, body="{}")
    )
    visitor.open("/")
    visitor.button("Tout refuser").click()
    visitor.page.wait_for_timeout(300)
    assert visitor.page.evaluate(PENDING) is None
    visitor.errors.clear()


def test_a_stalled_post_opens_nothing_refused_and_delays_nothing_accepted(visitor):
    visitor.context.route("**/cookies/consent/", lambda route: None)
    visitor.open("/decouvrir/")
    visitor.button("Personnaliser").click()
    visitor.panel.get_by_role("group", name="Vidéos").get_by_label("Accepter").check()
    visitor.button("Confirmer mes choix").click()
    expect(visitor.page.locator("main iframe")).to_have_count(1)
    assert "visits" not in visitor.cookies()


def test_the_final_cookie_comes_from_the_server(visitor):
    """Some browsers keep what a script sets for seven days only."""
    visitor.open("/")
    with visitor.page.expect_response("**/cookies/consent/") as answer:
        visitor.button("Tout refuser").click()
    header = answer.value.headers_array()
    cookies = [item["value"] for item in header if item["name"].lower() == "set-cookie"]
    assert any(value.startswith("cookies_preferences=terms=1&at=") for value in cookies)
    assert any("Max-Age=157" in value for value in cookies)


def test_hostile_storage_breaks_nothing(visitor):
    visitor.open("/")
    for value in ("{", "5", "null", '[{"record": 1}]'):
        visitor.page.evaluate(
            f"localStorage.setItem('cookie-pages', {json.dumps(value)})"
        )
        visitor.open("/")
        expect(visitor.banner).to_be_visible()
        visitor.page.wait_for_timeout(100)
    visitor.errors.clear()
