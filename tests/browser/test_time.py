"""Six months from the choice, neither more nor sliding, and clocks that are wrong (C22)."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect


def at(visitor, moment):
    visitor.page.clock.set_fixed_time(moment)
    visitor.open("/")


@pytest.mark.parametrize("label", ["Tout refuser", "Tout accepter"])
def test_the_choice_holds_to_the_day_whatever_the_visits(visitor, label):
    now = datetime.now(UTC)
    visitor.open("/")
    with visitor.page.expect_response("**/cookies/consent/"):
        visitor.button(label).click()
    value = visitor.cookies()["cookies_preferences"]["value"]
    for days in (1, 90, 180, 181):
        at(visitor, now + timedelta(days=days))
        expect(visitor.banner).to_be_hidden()
    assert visitor.cookies()["cookies_preferences"]["value"] == value
    at(visitor, now + timedelta(days=184))
    expect(visitor.banner).to_be_visible()


def test_a_clock_set_back_asks_again_and_opens_nothing(visitor):
    now = datetime.now(UTC)
    visitor.open("/")
    with visitor.page.expect_response("**/cookies/consent/"):
        visitor.button("Tout accepter").click()
    at(visitor, now - timedelta(hours=12))
    expect(visitor.banner).to_be_hidden()
    visitor.page.clock.set_fixed_time(now - timedelta(days=30))
    visitor.open("/decouvrir/")
    expect(visitor.banner).to_be_visible()
    assert visitor.elsewhere == []
