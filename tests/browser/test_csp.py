"""Strict CSP and Trusted Types: no violation on any page, through every interaction."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import expect

POLICY = {
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
}
WATCH = (
    "window.violations = [];"
    "document.addEventListener('securitypolicyviolation', e =>"
    " violations.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile));"
)
PATHS = [
    "/",
    "/charte-cookies/",
    "/jeux-de-donnees/",
    "/decouvrir/",
    "/connexion/",
    "/cookies/",
]


@pytest.fixture
def watched(visit):
    visitor = visit()
    visitor.context.add_init_script(WATCH)
    return visitor


def violations(visitor):
    return visitor.page.evaluate("violations")


@pytest.mark.parametrize("path", [*PATHS, "/nowhere/", "/en/", "/en/discover/"])
def test_the_policy_is_strict_and_nothing_breaks_it(watched, path):
    response = watched.page.goto(watched.home + path)
    header = response.headers["content-security-policy"]
    assert POLICY <= {part.strip() for part in header.split(";")}
    watched.page.wait_for_timeout(200)
    assert violations(watched) == []


def test_no_interaction_breaks_it(watched):
    watched.open("/decouvrir/")
    watched.button("Personnaliser").click()
    watched.page.get_by_text("Prestataires et cookies").first.click()
    watched.panel.get_by_role("group", name="Vidéos").get_by_label("Accepter").check()
    watched.button("Confirmer mes choix").click()
    expect(watched.page.locator("main iframe")).to_have_count(1)
    watched.page.wait_for_timeout(200)
    assert violations(watched) == []
    watched.page.get_by_role("link", name="Gestion des cookies").click()
    with watched.page.expect_navigation():
        watched.panel.get_by_role("button", name="Tout refuser").click()
    watched.page.locator("[data-cookie-allow='']").click()
    watched.page.wait_for_timeout(200)
    assert violations(watched) == []


def test_an_editors_userbar_and_the_banner_do_not_cover_each_other(watched):
    user = get_user_model().objects.create_superuser("edith", "", "secret")
    client = Client()
    client.force_login(user)
    session = client.cookies["sessionid"].value
    watched.context.add_cookies(
        [{"name": "sessionid", "value": session, "url": watched.home}]
    )
    watched.open("/decouvrir/")
    expect(watched.banner).to_be_visible()
    bar = watched.page.locator("wagtail-userbar")
    expect(bar).to_have_count(1)
    box = bar.locator("button").first.bounding_box()
    banner = watched.banner.bounding_box()
    apart = (
        box["x"] > banner["x"] + banner["width"]
        or box["y"] + box["height"] < banner["y"]
    )
    assert apart
    watched.page.wait_for_timeout(300)
    assert violations(watched) == []
