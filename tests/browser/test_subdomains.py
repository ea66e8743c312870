"""One choice for two hosts of a domain, in a browser."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from wagtail.models import Site

from cookie_pages.notices.publish import publish_notice


@pytest.fixture
def hosts(demo, settings):
    """Two addresses of the demo, below one domain that browsers find on this machine."""
    settings.ALLOWED_HOSTS = ["*"]
    settings.COOKIE_PAGES_COOKIE_DOMAIN = "academie.localhost"
    publish_notice(Site.objects.get())
    port = urlsplit(demo).port
    return [f"http://{name}.academie.localhost:{port}" for name in ("www", "data")]


def test_a_choice_on_one_holds_on_the_other_and_so_does_its_withdrawal(hosts, chrome):
    www, data = hosts
    context = chrome.new_context(locale="fr-FR")
    page = context.new_page()

    def kept():
        found = context.cookies([www, data])
        return [item for item in found if item["name"] == "cookies_preferences"]

    def press(name):
        with page.expect_response("**/consent/"):
            page.get_by_role("button", name=name, exact=True).click()

    page.goto(f"{www}/")
    expect(page.locator("#cookie-banner")).to_contain_text("academie.localhost")
    press("Tout accepter")
    assert [item["domain"] for item in kept()] == [".academie.localhost"]
    assert "statistics=1" in kept()[0]["value"]

    page.goto(f"{data}/")
    expect(page.locator("#cookie-banner")).to_be_hidden()
    page.locator("footer [data-cookie-preferences]").click()
    expect(page.locator("#cookie-panel")).to_be_visible()
    press("Tout refuser")
    assert [item["domain"] for item in kept()] == [".academie.localhost"]

    page.goto(f"{www}/")
    expect(page.locator("#cookie-banner")).to_be_hidden()
    assert "statistics=0" in kept()[0]["value"]
    context.close()


def test_what_this_host_held_alone_gives_way(hosts, chrome):
    """It was set before the setting was."""
    www, data = hosts
    context = chrome.new_context(locale="fr-FR")
    old = "terms=1&at=1764000000&statistics=1&video=1"
    context.add_cookies([{"name": "cookies_preferences", "value": old, "url": www}])
    page = context.new_page()
    page.goto(f"{www}/")
    page.locator("footer [data-cookie-preferences]").click()
    with page.expect_response("**/consent/"):
        page.locator("#cookie-panel").get_by_role(
            "button", name="Tout refuser", exact=True
        ).click()
    page.wait_for_timeout(300)
    found = [c for c in context.cookies() if c["name"] == "cookies_preferences"]
    assert [item["domain"] for item in found] == [".academie.localhost"]
    context.close()
