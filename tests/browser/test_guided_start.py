"""From the README's three steps to a banner that one would publish, by the guided start."""

import pytest
from playwright.sync_api import expect

from tests.sites.bare import BareSite

from .conftest import Visitor
from .test_axe import violations

MOST_CLICKS = 20
ADMIN = "#main table"
WORDS = {
    "fr": {
        "start": "Commencer",
        "controller": "Qui est responsable",
        "contact": "À qui les visiteurs",
        "see": "Voir ce qui sera créé",
        "make": "Créer ces brouillons",
        "publish": "Tout publier",
        "published": "Publiés",
        "refuse": "Tout refuser",
        "accept": "Tout accepter",
        "layer 1": [
            "Ville d’Exemple",
            "Vidéos",
            "Google Ireland Ltd",
            "États-Unis",
            "6 mois",
            "charte cookies",
        ],
        "charter": "/charte-cookies/",
        "table": ["VISITOR_INFO1_LIVE", "sessionid", "csrftoken", "2 semaines"],
    },
    "en": {
        "start": "Get started",
        "controller": "Who is responsible",
        "contact": "Whom may visitors",
        "see": "See what it makes",
        "make": "Make these drafts",
        "publish": "Publish all of these",
        "published": "Published",
        "refuse": "Reject all",
        "accept": "Accept all",
        "layer 1": [
            "Ville d’Exemple",
            "Videos",
            "Google Ireland Ltd",
            "United States",
            "6 months",
            "cookie charter",
        ],
        "charter": "/cookie-charter/",
        "table": ["VISITOR_INFO1_LIVE", "sessionid", "csrftoken", "2 weeks"],
    },
}


@pytest.fixture(params=WORDS)
def bare(request, tmp_path):
    """A bare site whose home page links to a video, in one language; and that language."""
    site = BareSite.started(tmp_path / "site")
    site.install()
    site.replace('LANGUAGE_CODE = "en-us"', f'LANGUAGE_CODE = "{request.param}"')
    video = "<p>https://www.youtube.com/watch?v=abcdefghijk</p>"
    site.add(video, site.folder / "home/templates/home/welcome_page.html")
    site.manage("migrate", "--verbosity=0")
    site.python(
        "from django.contrib.auth import get_user_model\n"
        "get_user_model().objects.create_superuser('edith', '', 'une phrase longue')"
    )
    with site.served() as home:
        yield home, request.param


class Editor(Visitor):
    """Counts the clicks and the fields that an editor goes to."""

    clicks = 0

    def click(self, role, name):
        self.clicks += 1
        self.page.get_by_role(role, name=name).first.click()

    def fill(self, label, text):
        self.clicks += 1
        self.page.get_by_label(label).fill(text)


def test_it_ends_with_what_one_would_publish(demo, chrome, bare):
    home, language = bare
    words = WORDS[language]
    editor = Editor(chrome, home, locale=language)
    guided(editor, words)
    assert editor.clicks <= MOST_CLICKS
    visitor = Visitor(chrome, home, locale=language)
    visitor.open("/")
    for text in words["layer 1"]:
        expect(visitor.banner).to_contain_text(text)
    yes, no = (
        visitor.button(words[name]).bounding_box() for name in ("accept", "refuse")
    )
    assert abs(yes["width"] - no["width"]) < 1
    assert yes["height"] == no["height"]
    assert violations(visitor.page, "#cookie-banner") == []
    visitor.button(words["refuse"]).click()
    expect(visitor.banner).to_be_hidden()
    visitor.open(words["charter"])
    for text in words["table"]:
        expect(visitor.page.locator("body")).to_contain_text(text)
    # The rest of these pages is the bare site's own.
    assert violations(visitor.page, ".cookie-charter") == []
    visitor.open("/cookies/")
    assert violations(visitor.page, ".cookie-page") == []
    assert not visitor.elsewhere
    assert not visitor.errors


def guided(editor, words):
    editor.open("/admin/login/")
    editor.page.fill("[name=username]", "edith")
    editor.page.fill("[name=password]", "une phrase longue")
    editor.page.click("[type=submit]")
    editor.page.wait_for_url("**/admin/")
    editor.click("link", words["start"])
    editor.fill(words["controller"], "Ville d’Exemple")
    editor.fill(words["contact"], "dpd@example.org")
    assert editor.page.get_by_label("YouTube").is_checked()
    editor.click("button", words["see"])
    editor.page.get_by_role("button", name=words["make"]).wait_for()
    assert violations(editor.page, ADMIN) == []
    editor.click("button", words["make"])
    editor.page.get_by_role("button", name=words["publish"]).wait_for()
    assert violations(editor.page, ADMIN) == []
    editor.click("button", words["publish"])
    expect(editor.page.locator(".messages")).to_contain_text(words["published"])
