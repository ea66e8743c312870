"""An account on two devices, and somebody else on one of them (C41 to C44)."""

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import expect
from wagtail.models import Site

from cookie_pages.notices.publish import publish_notice

NAME = "cookies_preferences"
ACCOUNT = f"{NAME}_account"
OTHER = "Cet appareil avait une autre réponse"
FROM_ACCOUNT = "La réponse de votre compte vaut sur cet appareil"
EVERY_DEVICE = "vaut sur chaque appareil où vous vous connectez"


@pytest.fixture
def device(demo, visit, settings):
    settings.COOKIE_PAGES_ACCOUNTS = True
    publish_notice(Site.objects.get())
    get_user_model().objects.create_user("lea", password="pass-word-1")

    def device():
        return visit()

    return device


def log_in(visitor):
    page = visitor.open("/connexion/")
    page.fill("input[name=username]", "lea")
    page.fill("input[name=password]", "pass-word-1")
    page.locator("main form button").first.click()
    page.wait_for_url("**/")


def log_out(visitor):
    visitor.open("/connexion/")
    visitor.page.locator("main form button").click()
    visitor.page.wait_for_url("**/")


def press(visitor, name):
    with visitor.page.expect_response("**/consent/"):
        visitor.button(name).click()


def held(visitor, name=ACCOUNT):
    cookie = visitor.cookies().get(name)
    return cookie and cookie["value"]


def reopened(visitor):
    """A page of the visitor's, once it knows what the account holds."""
    with visitor.page.expect_response("**/account/**"):
        visitor.open("/decouvrir/")


def test_the_journey_of_an_account(device):
    one, two = device(), device()

    # Somebody who isn't logged in refuses on the second device.
    two.open("/")
    press(two, "Tout refuser")
    theirs = held(two, NAME)

    # The first layer says the reach before the choice, to who is logged in alone.
    one.open("/")
    assert not one.banner.locator("[data-cookie-account]").is_visible()
    log_in(one)
    expect(one.banner.locator("[data-cookie-account]")).to_be_visible()
    expect(one.banner.locator("[data-cookie-account]")).to_contain_text(EVERY_DEVICE)
    press(one, "Tout accepter")
    assert "statistics=1" in held(one)
    assert held(one, NAME) is None

    # It holds on the second device, which says once that it differs.
    log_in(two)
    status = two.page.locator("#cookie-status")
    expect(status).to_contain_text(OTHER)
    assert status.evaluate("item => getComputedStyle(item).clipPath") == "none"
    assert "statistics=1" in held(two)
    reopened(two)
    expect(two.page.locator(".cookie-placeholder")).to_have_count(0)
    expect(status).to_have_text("")

    # Withdrawn on the second, it is withdrawn on the first.
    two.page.locator("footer [data-cookie-preferences]").click()
    expect(two.panel).to_be_visible()
    press(two, "Tout refuser")
    one.open("/decouvrir/")
    expect(one.page.locator(".cookie-placeholder")).to_have_count(1)
    assert "statistics=0" in held(one)

    # Accepted again there, and logged out here: what the device held is back as it was.
    one.page.locator("footer [data-cookie-preferences]").click()
    press(one, "Tout accepter")
    reopened(two)
    expect(two.page.locator(".cookie-placeholder")).to_have_count(0)
    log_out(two)
    assert held(two, NAME) == theirs
    two.open("/decouvrir/")
    expect(two.page.locator(".cookie-placeholder")).to_have_count(1)

    # A third visitor on it changes their own alone.
    two.page.locator("footer [data-cookie-preferences]").click()
    press(two, "Tout accepter")
    reopened(one)
    one.page.locator("footer [data-cookie-preferences]").click()
    press(one, "Tout refuser")
    two.open("/decouvrir/")
    expect(two.page.locator(".cookie-placeholder")).to_have_count(0)
    assert "statistics=1" in held(two, NAME)
    assert not one.errors
    assert not two.errors


def test_a_new_device_is_told_once(device):
    one, two = device(), device()
    log_in(one)
    press(one, "Tout accepter")
    log_in(two)
    status = two.page.locator("#cookie-status")
    expect(status).to_contain_text(FROM_ACCOUNT)
    expect(two.banner).to_be_hidden()
    two.page.locator("h1").click()
    assert status.evaluate("item => getComputedStyle(item).clipPath") != "none"
    reopened(two)
    expect(status).to_have_text("")


def test_who_isnt_logged_in_asks_nothing_more(device):
    visitor = device()
    asked = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    visitor.open("/")
    press(visitor, "Tout accepter")
    visitor.open("/decouvrir/")
    assert not [url for url in asked if "/account/" in url]
    assert ACCOUNT not in visitor.cookies()
