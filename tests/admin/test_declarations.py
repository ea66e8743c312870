"""Every declaration opens, is drafted and published through the admin's own views."""

import pytest
from django.urls import reverse

from cookie_pages.models import Cookie, Provider, Purpose
from tests.factories import make_cookie, make_provider, make_purpose

pytestmark = pytest.mark.django_db


def url(model, action, *args):
    return reverse(model.snippet_viewset.get_url_name(action), args=args)


def purpose_data(**kwargs):
    return {
        "name": "Vidéos",
        "slug": "video",
        "description": "Lire ici les vidéos d’un service extérieur, qui reçoit votre adresse IP.",
        "needs_consent": "on",
        "sort_order": "2",
    } | kwargs


def provider_data(**kwargs):
    return {
        "name": "YouTube",
        "legal_name": "Google Ireland Ltd",
        "role": "joint",
        "policy_url": "https://policies.google.com/privacy",
        "country": "IE",
        "safeguard": "",
        "embed_hosts": "",
        "embed_purpose": "",
    } | kwargs


def cookie_data(**kwargs):
    return {
        "name": "VISITOR_INFO1_LIVE",
        "purpose": make_purpose("video").pk,
        "provider": make_provider("YouTube").pk,
        "service": "Vidéo",
        "finality": "Estimer le débit",
        "retention_kind": "duration",
        "retention_value": "6",
        "retention_unit": "month",
        "storage_type": "cookie",
        "party": "third",
        "host": "youtube.com",
        "exemption_class": "",
        "exemption_reason": "",
    } | kwargs


CASES = [(Purpose, purpose_data), (Provider, provider_data), (Cookie, cookie_data)]
EACH = pytest.mark.parametrize("model, data", CASES)


@pytest.mark.parametrize("model", [Purpose, Provider, Cookie])
def test_the_list_and_the_form_open(editor, model):
    make_cookie()
    assert editor.get(url(model, "list")).status_code == 200
    assert editor.get(url(model, "add")).status_code == 200
    assert editor.get(url(model, "edit", model.objects.get().pk)).status_code == 200


@EACH
def test_a_draft_is_saved_and_is_not_live(editor, model, data):
    editor.post(url(model, "add"), data())
    saved = model.objects.get()
    assert not saved.live
    assert saved.latest_revision is not None


@EACH
def test_a_declaration_is_published(editor, model, data):
    editor.post(url(model, "add"), data() | {"action-publish": "1"})
    assert model.objects.get().live


@EACH
def test_what_is_drafted_later_leaves_the_live_text_alone(editor, model, data):
    values = data()
    editor.post(url(model, "add"), values | {"action-publish": "1"})
    saved = model.objects.get()
    editor.post(url(model, "edit", saved.pk), values | {"name": "CHANGED"})
    saved.refresh_from_db()
    assert saved.name == values["name"]
    assert saved.has_unpublished_changes
    assert saved.get_latest_revision_as_object().name == "CHANGED"


@EACH
def test_a_preview_shows_what_is_being_written(editor, model, data):
    make_cookie()
    saved, values = model.objects.first(), data()
    address = url(model, "preview_on_edit", saved.pk)
    assert editor.post(address, values).json()["is_valid"]
    assert values["name"] in editor.get(address).content.decode()


@pytest.mark.parametrize("model", [Purpose, Provider, Cookie])
def test_a_preview_opens_before_the_first_save(editor, model):
    address = url(model, "preview_on_add")
    data = dict(CASES)[model]()
    assert editor.post(address, data).json()["is_valid"]
    assert editor.get(address).status_code == 200


def test_one_menu_group_holds_them(editor):
    page = editor.get(reverse("wagtailadmin_home")).content.decode()
    for model in (Purpose, Provider, Cookie):
        assert url(model, "list") in page


def test_who_may_not_edit_gets_no_form(client, django_user_model):
    user = django_user_model.objects.create_user("reader", password="secret")
    client.force_login(user)
    assert client.get(url(Purpose, "list")).status_code == 302


@pytest.mark.parametrize("model", [Purpose, Provider, Cookie])
def test_a_list_says_the_language_and_no_region(editor, model):
    make_cookie()
    page = editor.get(url(model, "list")).content.decode()
    assert "Langue" in page
    assert "Région" not in page
