"""The choice holds at once, and its proof is sent again until the server has it."""

import json

import pytest
from playwright.sync_api import expect

from cookie_pages.models import ConsentRecord

from .conftest import eventually

POST = "**/cookies/consent/"
PENDING = "Object.keys(localStorage).filter(key => key.startsWith('cookie-pages'))"


@pytest.mark.parametrize("failure", ["offline", 500, 503, 429])
def test_a_failed_post_is_sent_again_with_the_same_id_until_it_is_known(
    visitor, failure
):
    def fail(route):
        if failure == "offline":
            route.abort()
        else:
            route.fulfill(status=failure, body="")

    visitor.context.route(POST, fail)
    visitor.open("/")
    with visitor.page.expect_request(POST):
        visitor.button("Tout refuser").click()
    expect(visitor.banner).to_be_hidden()
    with visitor.page.expect_request(POST):
        visitor.open("/en/")
    expect(visitor.banner).to_be_hidden()
    sent = {json.loads(post.post_data)["record"] for post in visitor.posts}
    assert len(sent) == 1
    assert len(visitor.posts) == 2

    visitor.context.unroute(POST)
    with visitor.page.expect_response(POST) as answer:
        visitor.open("/")
    assert answer.value.status == 201
    eventually(lambda: visitor.page.evaluate(PENDING) == [])
    visitor.errors.clear()
    assert {str(record.pk) for record in ConsentRecord.objects.all()} == sent


def test_what_the_server_refuses_is_not_sent_for_ever(visitor):
    visitor.context.route(POST, lambda route: route.fulfill(status=409, body="{}"))
    visitor.open("/")
    with visitor.page.expect_response(POST):
        visitor.button("Tout refuser").click()
    eventually(lambda: visitor.page.evaluate(PENDING) == [])
    visitor.errors.clear()


def test_a_stalled_post_opens_nothing_refused_and_delays_nothing_accepted(visitor):
    visitor.context.route(POST, lambda route: None)
    visitor.open("/decouvrir/")
    visitor.button("Personnaliser").click()
    visitor.panel.get_by_role("group", name="Vidéos").get_by_label("Accepter").check()
    visitor.button("Confirmer mes choix").click()
    expect(visitor.page.locator("main iframe")).to_have_count(1)
    assert "visits" not in visitor.cookies()


def test_the_final_cookie_comes_from_the_server(visitor):
    """Some browsers keep what a script sets for seven days only."""
    visitor.open("/")
    with visitor.page.expect_response(POST) as answer:
        visitor.button("Tout refuser").click()
    header = answer.value.headers_array()
    cookies = [item["value"] for item in header if item["name"].lower() == "set-cookie"]
    assert any(value.startswith("cookies_preferences=terms=1&at=") for value in cookies)
    assert any("Max-Age=157" in value for value in cookies)


def test_hostile_storage_breaks_nothing_and_is_cleared_by_a_choice(visitor):
    visitor.open("/")
    hostile = ["{", "5", "null", '[{"record": 1}]', "[" * 9999]
    for number, value in enumerate(hostile):
        key, value = json.dumps(f"cookie-pages{number}"), json.dumps(value)
        visitor.page.evaluate(f"localStorage.setItem({key}, {value})")
    visitor.open("/")
    visitor.button("Tout refuser").click()
    eventually(lambda: visitor.page.evaluate(PENDING) == [])
    assert ConsentRecord.objects.count() == 1
    visitor.errors.clear()
