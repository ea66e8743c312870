"""The order of choices and the age of pages: none is overturned, none is asked twice."""

import json
import time

from playwright.sync_api import expect

from cookie_pages.models import ConsentRecord


def has(visitor, value):
    cookie = {"name": "cookies_preferences", "value": value, "url": visitor.home}
    visitor.context.add_cookies([cookie])


def test_an_accept_that_was_lost_does_not_overturn_the_refusal(visitor):
    visitor.context.route("**/cookies/consent/", lambda route: route.abort())
    visitor.open("/decouvrir/")
    visitor.button("Tout accepter").click()
    visitor.page.wait_for_timeout(1100)
    visitor.page.get_by_role("link", name="Gestion des cookies").click()
    with visitor.page.expect_event("load"):
        visitor.panel.get_by_role("button", name="Tout refuser").click()
    visitor.page.wait_for_timeout(200)
    visitor.errors.clear()
    visitor.context.unroute("**/cookies/consent/")
    del visitor.posts[:]
    visitor.open("/decouvrir/")
    visitor.page.wait_for_timeout(600)
    # The last two: the page before may have tried once more in vain.
    sent = [json.loads(post.post_data) for post in visitor.posts][-2:]
    assert [choice["method"] for choice in sent] == ["banner", "withdrawal"]
    assert sent[0]["age"] > sent[1]["age"] >= 0
    assert set(visitor.choice().values()) == {"1", "0"}  # the terms, and refused
    assert visitor.choice()["video"] == "0"
    expect(visitor.page.locator("main iframe")).to_have_count(0)
    first, second = ConsentRecord.objects.order_by("chosen_at")
    assert (first.method, second.method) == ("banner", "withdrawal")
    assert first.chosen_at < second.chosen_at
    assert first.chosen_at < first.created_at


def test_two_tabs_lose_none_of_each_others_choices(visitor):
    visitor.context.route("**/cookies/consent/", lambda route: route.abort())
    visitor.open("/")
    other = visitor.context.new_page()
    other.goto(visitor.home + "/decouvrir/")
    visitor.button("Tout refuser").click()
    other.locator("[data-cookie-allow='video']").click()
    visitor.page.wait_for_timeout(300)
    kept = "Object.keys(localStorage).filter((key) => key.startsWith('cookie-pages'))"
    assert len(visitor.page.evaluate(kept)) == 2
    visitor.context.unroute("**/cookies/consent/")
    visitor.open("/")
    visitor.page.wait_for_timeout(600)
    assert visitor.page.evaluate(kept) == []
    assert ConsentRecord.objects.count() == 2
    visitor.errors.clear()


def test_a_page_older_than_the_choice_does_not_ask_and_obeys_it(visitor):
    value = f"terms=9&at={int(time.time())}&statistics=0&video=1&later=1"
    has(visitor, value)
    visitor.open("/decouvrir/")
    expect(visitor.page.locator("main iframe")).to_have_count(1)
    expect(visitor.banner).to_be_hidden()
    visitor.page.get_by_role("link", name="Gestion des cookies").click()
    visitor.page.wait_for_url("**/cookies/?language=fr&next=%2Fdecouvrir%2F")
    assert visitor.cookies()["cookies_preferences"]["value"] == value
    assert visitor.posts == []


def test_of_two_cookies_the_newest_counts_and_a_choice_leaves_one(visitor):
    now = int(time.time())
    for path, at, yes in (("/", now - 60, 1), ("/decouvrir", now - 30, 0)):
        value = f"terms=1&at={at}&statistics={yes}&video={yes}"
        cookie = {
            "name": "cookies_preferences",
            "value": value,
            "domain": visitor.home.split("/")[2].split(":")[0],
            "path": path,
        }
        visitor.context.add_cookies([cookie])
    visitor.open("/decouvrir/")
    visitor.page.wait_for_timeout(300)
    expect(visitor.page.locator("main iframe")).to_have_count(0)
    visitor.page.locator("[data-cookie-allow='video']").click()
    expect(visitor.page.locator("main iframe")).to_have_count(1)
    visitor.page.wait_for_timeout(400)
    names = [cookie["name"] for cookie in visitor.context.cookies()]
    assert names.count("cookies_preferences") == 1
    visitor.open("/decouvrir/")
    expect(visitor.page.locator("main iframe")).to_have_count(1)


def test_an_answer_on_its_way_does_not_undo_a_newer_choice(visitor):
    """The server sets what the request's cookie says: older than what was chosen since."""
    held = []
    visitor.context.route("**/cookies/consent/", lambda route: held.append(route))
    visitor.open("/decouvrir/")
    visitor.button("Tout refuser").click()
    visitor.page.wait_for_timeout(200)
    visitor.page.locator("[data-cookie-allow='video']").click()
    visitor.page.wait_for_timeout(200)
    visitor.context.unroute("**/cookies/consent/")
    held[0].continue_()
    visitor.page.wait_for_timeout(600)
    assert visitor.choice()["video"] == "1"
    visitor.open("/decouvrir/")
    expect(visitor.page.locator("main iframe")).to_have_count(1)
    assert ConsentRecord.objects.count() == 2
