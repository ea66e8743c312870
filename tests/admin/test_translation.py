"""Content is translated with Wagtail's own simple translation."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Locale, Site

from cookie_pages.models import (
    ConsentBanner,
    Cookie,
    CookieCharterPage,
    Provider,
    Purpose,
)
from cookie_pages.notices.current import current_notice
from tests.factories import make_purpose, make_site_content

pytestmark = pytest.mark.django_db


@pytest.fixture
def english():
    return Locale.objects.create(language_code="en")


@pytest.mark.parametrize("model", [ConsentBanner, Purpose, Provider, Cookie])
def test_a_snippet_is_translated_through_the_admin(editor, english, model):
    make_site_content()
    source = model.objects.first()
    kind = ContentType.objects.get_for_model(model)
    address = reverse(
        "simple_translation:submit_snippet_translation",
        args=(kind.app_label, kind.model, source.pk),
    )
    assert editor.get(address).status_code == 200
    editor.post(address, {"locales": [english.pk]})
    translated = source.get_translation(english)
    edit = reverse(model.snippet_viewset.get_url_name("edit"), args=(translated.pk,))
    assert editor.get(edit).status_code == 200


def test_the_notice_speaks_each_language_and_falls_back_on_the_default(
    english, publish_now
):
    banner, cookie = make_site_content()
    make_purpose("video", name="Vidéos")
    copy = cookie.purpose.copy_for_translation(english)
    copy.name, copy.live = "Visits", True
    copy.save()
    publish_now()
    notice = current_notice(Site.objects.get().pk)
    names = {purpose["name"] for purpose in notice.texts("en")["purposes"]}
    assert names == {"Visits", "Necessary", "Vidéos"}
    assert notice.texts("en")["banner"]["refuse"] == "Reject all"
    assert notice.texts("fr")["banner"]["refuse"] == "Tout refuser"
    slugs = {
        code: [purpose["slug"] for purpose in notice.texts(code)["purposes"]]
        for code in ("fr", "en")
    }
    assert slugs["fr"] == slugs["en"]


def test_a_draft_translation_is_not_shown(english, publish_now):
    banner, cookie = make_site_content()
    copy = cookie.purpose.copy_for_translation(english)
    copy.name, copy.live = "Half a wo", False
    copy.save()
    publish_now()
    assert "Half a wo" not in str(current_notice(Site.objects.get().pk).languages)


def test_unpublishing_the_default_language_takes_the_purpose_away_everywhere(
    english, publish_now
):
    banner, cookie = make_site_content()
    copy = cookie.purpose.copy_for_translation(english)
    copy.live = True
    copy.save()
    cookie.purpose.unpublish()
    publish_now()
    assert current_notice(Site.objects.get().pk).slugs == []


def test_the_charter_is_translated_with_the_words_of_its_cookies(client, english):
    call_command("demo", verbosity=0)
    french = client.get("/charte-cookies/").content.decode()
    page = client.get("/en/cookie-charter/").content.decode()
    assert "Se souvenir de la langue du visiteur" in french
    assert "Remember the visitor’s language" in page
    assert "Se souvenir" not in page
    assert CookieCharterPage.objects.count() == 2
