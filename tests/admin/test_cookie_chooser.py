"""A new cookie is declared from the charter's own form, without leaving it."""

import json
import re

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import Locale

from cookie_pages.models import ConsentNotice, Cookie, Provider
from tests.admin.test_declarations import cookie_data
from tests.factories import make_banner, make_cookie, make_provider

pytestmark = pytest.mark.django_db


def chooser(action):
    return Cookie.snippet_viewset.chooser_viewset.get_url_name(action)


def test_the_chooser_offers_a_form(editor):
    response = editor.get(reverse(chooser("choose")), {"multiple": "1"})
    assert "exemption_reason" in response.content.decode()


def test_what_is_declared_there_is_published_and_reaches_the_notice(
    editor, django_capture_on_commit_callbacks
):
    make_banner()
    with django_capture_on_commit_callbacks(execute=True):
        response = editor.post(reverse(chooser("create")), cookie_data())
    assert response.json()["step"] == "chosen"
    cookie = Cookie.objects.get()
    assert cookie.live
    assert cookie.latest_revision
    assert cookie.name in ConsentNotice.objects.first().content


def test_a_mistake_is_said_in_the_form(editor):
    response = editor.post(reverse(chooser("create")), cookie_data(name="a b"))
    assert response.json()["step"] == "reshow_creation_form"
    assert "ni espace" in response.content.decode(
        "unicode_escape"
    ) or "ni espace" in str(response.json())
    assert not Cookie.objects.exists()


def test_who_may_not_publish_makes_a_draft(client, django_user_model):
    user = django_user_model.objects.create_user("writer", password="secret")
    group = Group.objects.create(name="writers")
    group.permissions.set(
        Permission.objects.filter(
            codename__in=["access_admin", "add_cookie", "change_cookie"]
        )
    )
    user.groups.add(group)
    client.force_login(user)
    response = client.post(reverse(chooser("create")), cookie_data())
    assert response.json()["step"] == "chosen"
    assert not Cookie.objects.get().live


@pytest.fixture
def translated():
    english = Locale.objects.get_or_create(language_code="en")[0]
    provider = make_provider(name="Ministère")
    cookie = make_cookie(provider=provider)
    for source, words in (
        (provider, {"name": "Ministry"}),
        (cookie, {"name": "other"}),
    ):
        copy = source.copy_for_translation(english)
        for name, value in words.items():
            setattr(copy, name, value)
        copy.save()


@pytest.mark.parametrize("model", [Cookie, Provider])
@pytest.mark.parametrize("action", ["choose", "choose_results"])
def test_it_lists_one_language_at_a_time(editor, translated, model, action):
    address = reverse(model.snippet_viewset.chooser_viewset.get_url_name(action))

    def listed(query):
        response = editor.get(address, query)
        text = response.content.decode()
        shown = json.loads(text)["html"] if text.startswith("{") else text
        assert "Langue" in shown
        assert not re.search("Région|Locale", shown)
        return sorted(item.locale.language_code for item in response.context["results"])

    assert listed({}) == ["fr"]
    assert listed({"locale": "en"}) == ["en"]
    assert listed({"locale": ""}) == ["en", "fr"]
