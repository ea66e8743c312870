"""Ready-made wordings break no rule, and are offered in the language of what is edited."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale, Page

from cookie_pages.models import (
    ConsentBanner,
    Cookie,
    CookieCharterPage,
    Provider,
    Purpose,
)
from cookie_pages.rules.advice import BANNER, COOKIE, PROVIDER, PURPOSE, said_by
from cookie_pages.seed import wordings
from tests.admin.test_declarations import url
from tests.factories import make_banner, make_cookie, make_exempt_purpose, make_provider

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_wording_breaks_a_rule(language):
    purpose, provider = (
        make_exempt_purpose(),
        make_provider("Example Inc", country="US", safeguard="clauses"),
    )
    cookie = make_cookie(purpose=purpose)
    banner = make_banner(locale=Locale.objects.get_or_create(language_code=language)[0])
    kinds = [
        (
            Purpose(locale=Locale.get_default()),
            wordings.PURPOSE.values(),
            PURPOSE,
            {"C14"},
        ),
        (cookie, wordings.COOKIE.values(), COOKIE, set()),
        (provider, wordings.PROVIDER.values(), PROVIDER, {"C14", "F4"}),
        (banner, wordings.BANNER, BANNER, set()),
    ]
    with translation.override(language):
        for item, offered, rules, other in kinds:
            for wording in offered:
                for name, text in wording.texts().items():
                    field = item._meta.get_field(name)
                    assert len(text) <= (field.max_length or 400)
                    setattr(item, name, text)
                said = [s for s in said_by(rules, item) if s.rule not in other]
                assert not said, wording.title


def offered(editor, address):
    page = BeautifulSoup(editor.get(address).content, "html.parser")
    return [
        json.loads(button["data-wording"]) for button in page.select("[data-wording]")
    ]


@pytest.mark.parametrize("model", [Purpose, Provider, Cookie, ConsentBanner])
def test_a_form_offers_them(editor, model):
    assert offered(editor, url(model, "add"))


def test_a_translation_is_offered_its_own_language_and_fields(editor):
    source = make_cookie()
    english = Locale.objects.create(language_code="en")
    for item in (source.purpose, source.provider):
        item.copy_for_translation(english).save()
    copy = source.copy_for_translation(english)
    copy.save()
    found = offered(editor, url(Cookie, "edit", copy.pk))
    assert {"service": "Login"}.items() <= found[0].items()


def test_no_wording_comes_in_another_language(editor):
    """German has those that the guided start puts into its drafts, and no others."""
    german = Locale.objects.create(language_code="de")
    banner = make_banner()
    copy = banner.copy_for_translation(german)
    copy.save()
    found = offered(editor, url(ConsentBanner, "edit", copy.pk))
    assert {"heading": "Cookies: Sie haben die Wahl"} in found
    said = json.dumps(found)
    assert not re.search("Allow all|Vos données|consent|traceurs", said)


def test_a_new_charter_starts_with_the_usual_sections(editor):
    parent = Page.objects.get(depth=2)
    label = ("cookie_pages", "cookiecharterpage")
    address = reverse("wagtailadmin_pages:add", args=[*label, parent.pk])
    body = editor.get(address).context["form"].instance.body
    kinds = [block.block_type for block in body]
    assert {"section", "cookie_table", "contact", "preferences_button", "updated"} <= {
        *kinds
    }
    assert body[0].value["heading"].startswith("Qu’est-ce qu’un traceur")


def test_one_that_has_sections_keeps_them(editor):
    page = CookieCharterPage(title="Cookies", slug="charter")
    page.body = [("text", {"text": "<p>À nous.</p>"})]
    Page.objects.get(depth=2).add_child(instance=page)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert len(editor.get(address).context["form"].instance.body) == 1


def test_an_empty_one_stays_empty(editor):
    page = CookieCharterPage(title="Cookies", slug="charter")
    Page.objects.get(depth=2).add_child(instance=page)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert len(editor.get(address).context["form"].instance.body) == 0
