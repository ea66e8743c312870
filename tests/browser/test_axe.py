"""axe-core finds no violation, in each state, language, scheme and width."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from wagtail.models import Site

from cookie_pages.models import Purpose
from cookie_pages.notices.publish import publish_notice

# Colours are the same at each width.
LOOKS = [
    (1280, {"color_scheme": "light"}),
    (320, {"color_scheme": "light"}),
    (320, {"color_scheme": "dark"}),
    (1280, {"forced_colors": "active"}),
]
INFORMED = [("/", "Vos données, votre choix"), ("/en/", "Your data, your choice")]
STATES = {
    "charter": ("/charte-cookies/", "Tout refuser", None),
    "banner": ("/", None, None),
    "panel": ("/", None, "Personnaliser"),
    "placeholder": ("/decouvrir/", "Tout refuser", None),
    "opened": ("/decouvrir/", "Tout accepter", None),
    "preferences": ("/cookies/", None, None),
    "receipt": ("/cookies/", None, "Tout refuser"),
    "english charter": ("/en/cookie-charter/", "Reject all", None),
    "english panel": ("/en/", None, "Customise"),
    "login": ("/connexion/", "Tout refuser", None),
    "not found": ("/nowhere/", "Tout refuser", None),
}


def violations(page, part=None):
    """``part``: a selector, where the rest of the page isn't ours."""
    options = {"resultTypes": ["violations"]}
    found = Axe().run(page, context=part, options=options).response["violations"]
    return [
        (item["id"], [node["html"][:120] for node in item["nodes"]][:3])
        for item in found
    ]


def name(look):
    width, colours = look
    return f"{width}-{''.join(colours.values())}"


@pytest.mark.parametrize("look", LOOKS, ids=name)
@pytest.mark.parametrize("path, title", INFORMED)
def test_the_information_notice_has_none(demo, visit, path, title, look):
    """The banner of a site where every purpose is exempt: it informs, and is closed."""
    Purpose.objects.update(live=False)
    publish_notice(Site.objects.get(is_default_site=True))
    width, colours = look
    visitor = visit(viewport={"width": width, "height": 800}, **colours)
    visitor.open(path)
    expect(visitor.banner).to_have_accessible_name(title)
    assert violations(visitor.page) == []


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("look", LOOKS, ids=name)
def test_there_is_no_violation(visit, state, look):
    path, click, then = STATES[state]
    width, colours = look
    visitor = visit(viewport={"width": width, "height": 800}, **colours)
    visitor.open(path)
    if path != "/cookies/":
        expect(visitor.banner).to_be_visible()
    for button in filter(None, (click, then)):
        visitor.button(button).click()
    visitor.page.wait_for_timeout(200)
    assert violations(visitor.page) == []
