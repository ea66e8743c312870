"""Content is translated with Wagtail's own simple translation."""

import pytest
from django.contrib.auth.models import Permission
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
from tests.admin.test_declarations import url
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


@pytest.fixture
def french_only():
    Locale.objects.get_or_create(language_code="en")
    return make_purpose("video", name="Vidéos")


def test_the_form_says_which_language_is_missing(editor, french_only):
    shown = editor.get(url(Purpose, "edit", french_only.pk)).content.decode()
    assert (
        "en Anglais, les visiteurs le lisent dans la première langue du site" in shown
    )
    assert f"/admin/cookie-pages/translate/purpose/{french_only.pk}/en/" in shown


def test_it_is_translated_from_its_form(editor, french_only):
    address = f"/admin/cookie-pages/translate/purpose/{french_only.pk}/en/"
    assert "Vidéos" in editor.get(address).content.decode()
    for _again in range(2):
        editor.post(address)
    copy = Purpose.objects.get(locale__language_code="en")
    assert (copy.name, copy.slug, copy.live) == ("Vidéos", "video", False)
    shown = editor.get(url(Purpose, "edit", french_only.pk)).content.decode()
    assert url(Purpose, "edit", copy.pk) in shown


@pytest.mark.parametrize(
    "address", ["planet/1/en/", "purpose/999/en/", "purpose/1/xx/"]
)
def test_what_is_not_there_is_not_translated(editor, french_only, address):
    assert editor.post(f"/admin/cookie-pages/translate/{address}").status_code == 404


def test_who_may_not_add_does_not_translate(client, django_user_model, french_only):
    user = django_user_model.objects.create_user("x", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    client.post(f"/admin/cookie-pages/translate/purpose/{french_only.pk}/en/")
    assert Purpose.objects.count() == 1
