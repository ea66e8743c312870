"""A site in any official language: all that its visitors read comes in that language."""

import re

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override, trans_real
from wagtail.models import Locale, Site

from cookie_pages.blocks import charter_blocks
from cookie_pages.models import CookieCharterPage
from cookie_pages.notices.publish import publish_notice
from cookie_pages.start.answers import Answers
from cookie_pages.start.found import find
from cookie_pages.start.publish import publish, waiting, why_not
from cookie_pages.start.services import services
from cookie_pages.start.start import start
from tests.unit.test_visitor_languages import catalogue

pytestmark = pytest.mark.django_db
FRENCH = {(entry.msgctxt, entry.msgid) for entry in catalogue("fr")}


# All catalogues have the same texts; Django and the libraries know one of these two.
@pytest.fixture(params=["de", "mt"])
def code(request, settings):
    settings.LANGUAGE_CODE = request.param
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [
        (request.param, ""),
        ("en", ""),
    ]
    Locale.objects.update(language_code=request.param)
    with override(request.param):
        yield request.param


@pytest.fixture
def missing(code, monkeypatch):
    """Texts of the module that were asked for, and that the language's catalogue lacks."""
    known = {(entry.msgctxt, entry.msgid) for entry in catalogue(code)}
    found = set()

    def spy(name):
        original = getattr(trans_real.DjangoTranslation, name)

        def looked_up(self, message, *args):
            context, _, text = message.rpartition("\x04")
            key = (context or None, text)
            if key in FRENCH - known:
                found.add(key)
            return original(self, message, *args)

        monkeypatch.setattr(trans_real.DjangoTranslation, name, looked_up)

    spy("gettext")
    spy("ngettext")
    return found


def test_from_the_draft_to_the_receipt(code, missing, client):
    site = Site.objects.get(is_default_site=True)
    answers = Answers(site, "Ville", "dpd@example.org", services=tuple(services()))
    made = start(answers, find())
    assert len([item for item in made if code in item.languages]) > 20
    assert why_not(waiting()) == []
    publish(waiting())
    publish_notice(site)

    charter = CookieCharterPage.objects.get()
    table = {"show_retention": True, "show_party": True, "show_consent": True}
    names = set(dict(charter_blocks())) - {"section", "text", "callout"}
    charter.body = [(n, table if n == "cookie_table" else {}) for n in sorted(names)]
    charter.save_revision().publish()
    missing.clear()  # what the administration asked for
    charter.serve(RequestFactory().get("/")).render()

    shown = client.get("/cookies/notice.json").json()
    assert shown["language"] == shown["words_language"] == code
    gate = "{% load cookie_pages_tags %}{% cookie_banner %}{% gated slug %}<p>x</p>{% endgated %}"
    for purpose in [*shown["purposes"], {"slug": "never"}]:
        request = RequestFactory().get("/")
        Template(gate).render(Context({"request": request, "slug": purpose["slug"]}))
    page = BeautifulSoup(client.get("/cookies/").content, "html.parser")
    form = {item["name"]: item["value"] for item in page.select("input[type=hidden]")}
    saved = client.post("/cookies/consent/", form | {"all": "1"}, follow=True)
    text = BeautifulSoup(saved.content, "html.parser").main.get_text()
    assert re.search(r"JSON", text)
    client.post("/cookies/consent/", form | {"terms": "99", "all": "1"})
    client.cookies.clear()
    client.get("/cookies/receipt.json")
    assert missing - {(None, "Home")} == set()  # the demo's own menu
