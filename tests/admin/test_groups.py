"""Groups for those who write and those who publish; permissions in French; whom to ask."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Page

from cookie_pages.models import Cookie, CookieCharterPage
from tests.admin.test_declarations import cookie_data, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def groups():
    call_command("make_cookie_groups")


def log_in(client, django_user_model, *names):
    user = django_user_model.objects.create_user("member")
    user.groups.set(Group.objects.filter(name__in=names))
    client.force_login(user)
    return client


def test_who_writes_makes_drafts_and_does_not_publish(
    client, django_user_model, groups
):
    writer = log_in(client, django_user_model, "Rédaction des cookies")
    writer.post(url(Cookie, "add"), cookie_data() | {"action-publish": "1"})
    assert not Cookie.objects.get().live


def test_who_publishes_does(client, django_user_model, groups):
    publisher = log_in(client, django_user_model, "Publication des cookies")
    publisher.post(url(Cookie, "add"), cookie_data() | {"action-publish": "1"})
    assert Cookie.objects.get().live
    settings = reverse("wagtailsettings:edit", args=["cookie_pages", "cookiesettings"])
    assert publisher.get(settings, follow=True).status_code == 200


def test_they_are_made_once(groups):
    Group.objects.get(name="Rédaction des cookies").permissions.clear()
    Group.objects.get(name="Publication des cookies").delete()
    call_command("make_cookie_groups")
    assert not Group.objects.get(name="Rédaction des cookies").permissions.exists()
    assert not Group.objects.filter(name="Publication des cookies").exists()


def test_they_edit_the_charters_that_are_there(client, django_user_model):
    page = CookieCharterPage(title="Cookies", slug="charter")
    Page.objects.get(depth=2).add_child(instance=page)
    call_command("make_cookie_groups")
    writer = log_in(client, django_user_model, "Rédaction des cookies")
    assert (
        writer.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code
        == 200
    )


def test_permissions_are_said_in_french(editor):
    names = Permission.objects.filter(content_type__app_label="cookie_pages")
    assert (
        names.filter(codename="lock_consentbanner").get().name
        == "Peut verrouiller\u00a0: bandeau"
    )
    assert not names.filter(name__startswith="Can ").exists()
    form = editor.get(reverse("wagtailusers_groups:add")).content.decode()
    assert "Can lock" not in form
    assert "Can publish" not in form


def test_an_editor_of_pages_is_told_whom_to_ask(client, django_user_model, groups):
    page = CookieCharterPage(title="Cookies", slug="charter")
    Page.objects.get(depth=2).add_child(instance=page)
    writer = log_in(client, django_user_model, "Editors")
    for address in ("/admin/", reverse("wagtailadmin_pages:edit", args=[page.pk])):
        assert "« Publication des cookies »" in writer.get(address).content.decode()
