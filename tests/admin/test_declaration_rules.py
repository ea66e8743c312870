"""What is wrong in a declaration is said in French, at its field, with how to mend it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from wagtail.models import Locale

from cookie_pages.models import Cookie, Provider, Purpose
from tests.admin.test_declarations import cookie_data, provider_data, purpose_data, url
from tests.factories import (
    make_cookie,
    make_exempt_purpose,
    make_provider,
    make_purpose,
)

pytestmark = pytest.mark.django_db


def errors(editor, model, data):
    response = editor.post(url(model, "add"), data | {"action-publish": "1"})
    assert response.status_code == 200, "it was saved"
    return response.context["form"].errors.get_json_data()


def message(editor, model, data, field):
    found = errors(editor, model, data)
    assert list(found) == [field]
    return found[field][0]["message"]


def exempt(**kwargs):
    data = cookie_data(retention_kind="session", retention_value="", retention_unit="")
    return (
        data
        | {"purpose": make_exempt_purpose().pk, "party": "first", "host": ""}
        | kwargs
    )


def test_an_exempt_cookie_names_its_class_and_its_reason(editor):
    """C26."""
    found = errors(editor, Cookie, exempt())
    assert "Choisissez la catégorie" in found["exemption_class"][0]["message"]
    assert "Écrivez pourquoi" in found["exemption_reason"][0]["message"]
    assert "exemption_reason" in errors(
        editor, Cookie, exempt_again(exemption_class="2")
    )


def exempt_again(**kwargs):
    Purpose.objects.all().delete()
    return exempt(**kwargs)


def test_a_cookie_that_needs_consent_is_never_exempt(editor):
    """C27."""
    data = cookie_data(exemption_class="2", exemption_reason="Parce que.")
    assert "demande un consentement" in message(editor, Cookie, data, "exemption_class")


def test_an_exempt_cookie_is_published(editor):
    editor.post(
        url(Cookie, "add"),
        exempt(exemption_class="2", exemption_reason="Sans lui, pas de connexion.")
        | {"action-publish": "1"},
    )
    assert Cookie.objects.get().live


@pytest.mark.parametrize(
    "change, field, words",
    [
        ({"retention_value": ""}, "retention_value", "Indiquez la durée"),
        ({"retention_value": "0"}, "retention_value", "supérieur à 0"),
        ({"retention_unit": ""}, "retention_unit", "Choisissez l’unité"),
        ({"retention_kind": "session"}, "retention_kind", "pendant une durée fixe"),
        ({"name": "a b"}, "name", "ni espace"),
        ({"name": "***"}, "name", "ne déclare rien"),
        ({"host": ""}, "host", "domaine du tiers"),
        ({"host": "you tube"}, "host", "domaine seul"),
    ],
)
def test_a_wrong_cookie_says_what_to_mend(editor, change, field, words):
    """F3."""
    assert words in message(editor, Cookie, cookie_data(**change), field)


def test_what_is_no_http_cookie_may_have_any_name(editor):
    """C2."""
    data = cookie_data(name="clé du lecteur", storage_type="localStorage")
    editor.post(url(Cookie, "add"), data | {"action-publish": "1"})
    assert Cookie.objects.get().live


@pytest.mark.parametrize(
    "change, field, words",
    [
        ({"country": "US"}, "safeguard", "hors de l’Espace économique européen"),
        ({"embed_hosts": "you_tube"}, "embed_hosts", "n’est pas un hôte"),
        ({"embed_hosts": "www.youtube.com"}, "embed_purpose", "pour quelle finalité"),
        ({"policy_url": "nowhere"}, "policy_url", "URL valide"),
    ],
)
def test_a_wrong_provider_says_what_to_mend(editor, change, field, words):
    """F5."""
    found = errors(editor, Provider, provider_data(**change))
    assert words in found[field][0]["message"]


@pytest.mark.parametrize(
    "slug", ["terms", "at", "notice", "Vidéos", "a b", "-a", "a--b"]
)
def test_a_slug_that_the_cookie_could_not_hold_is_refused(editor, slug):
    assert "slug" in str(errors(editor, Purpose, purpose_data(slug=slug)))


def test_a_vague_description_is_refused(editor):
    """C12."""
    data = purpose_data(description="Pour améliorer votre expérience.")
    assert "ne nomme aucune finalité" in message(editor, Purpose, data, "description")


def test_two_purposes_never_share_a_slug(editor):
    make_purpose("video")
    assert "Une autre finalité" in message(editor, Purpose, purpose_data(), "slug")


def test_a_slug_is_the_same_in_every_language(editor):
    english = Locale.objects.create(language_code="en")
    copy = make_purpose("video").copy_for_translation(english)
    copy.save()
    editor.post(url(Purpose, "edit", copy.pk), purpose_data(slug="films"))
    assert copy.get_latest_revision_as_object().slug == "video"


def test_a_purpose_with_unexempt_cookies_does_not_become_exempt(editor):
    """C26."""
    cookie = make_cookie()
    data = purpose_data(slug="statistics")
    del data["needs_consent"]
    data["action-publish"] = "1"
    response = editor.post(url(Purpose, "edit", cookie.purpose.pk), data)
    assert cookie.name in str(response.context["form"].errors["needs_consent"])


@pytest.mark.parametrize(
    "change",
    [
        {"retention_kind": "duration"},
        {"retention_kind": "duration", "retention_unit": "day"},
        {"retention_value": 3},
        {"exemption_class": 8, "exemption_reason": "x"},
        {"exemption_class": 2, "exemption_reason": ""},
        {"exemption_class": None, "exemption_reason": "x"},
    ],
)
def test_the_database_refuses_them_too(change):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_cookie(**change)


def test_the_database_refuses_a_transfer_without_safeguard():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_provider(country="US")


def test_what_was_typed_is_still_in_the_form(editor):
    response = editor.post(url(Cookie, "add"), cookie_data(name="a b"))
    assert "Estimer le débit" in response.content.decode()


def test_more_purposes_than_a_cookie_can_hold_are_said():
    """C33: a choice that no browser keeps would be asked for on each page."""
    for number in range(90):
        make_purpose(f"{number:040}")
    last = make_purpose("short")
    last.slug = "x" * 40
    with pytest.raises(ValidationError) as error:
        last.clean()
    assert "slug" in error.value.message_dict


def test_a_draft_without_a_name_has_a_slug_of_its_own():
    for expected in ("purpose", "purpose-2"):
        draft = Purpose(locale=Locale.get_default(), live=False)
        draft.save()
        assert draft.slug == expected
    assert make_purpose("", name="Vidéos & cartes").slug == "videos-cartes"
    assert make_purpose("", name="Terms").slug == "terms-2"


def test_the_source_changes_the_slug_of_its_translations():
    source = make_purpose("video", name="Videos")
    english = Locale.objects.create(language_code="en")
    translation = source.copy_for_translation(english)
    translation.save()
    draft = translation.save_revision()
    source.slug = "films"
    source.full_clean()
    source.save()
    translation.refresh_from_db()
    assert translation.slug == "films"
    draft.publish()
    translation.refresh_from_db()
    assert translation.slug == "films"
    translation.slug = "movies"
    with pytest.raises(ValidationError, match="films"):
        translation.full_clean()
