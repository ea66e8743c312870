"""The editor knows before publishing whether it asks every visitor again, and why (C15)."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.urls import reverse

from cookie_pages.models import ConsentBanner, ConsentNotice, Cookie, Provider, Purpose
from cookie_pages.notices.forecast import forecast
from tests.admin.test_declarations import url
from tests.factories import make_cookie, make_provider, make_purpose, make_site_content
from tests.unit.test_records import make_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def content(publish_now):
    made = make_site_content()
    publish_now()
    return made


def page(editor, instance):
    return editor.get(url(type(instance), "edit", instance.pk)).content.decode()


def test_a_typo_asks_nobody_again(editor, content):
    banner, _ = content
    banner.heading = "Your date, your choice"
    banner.save_revision()
    shown = BeautifulSoup(page(editor, banner), "html.parser")
    assert "ne redemande rien à personne" in shown.get_text()
    (row,) = shown.select("details tbody tr")
    assert row.th.get_text() == "Français › Bandeau › Titre"
    assert row.find("del").get_text() == "Your data, your choice"
    assert row.find("ins").get_text() == "Your date, your choice"


def test_a_change_of_markup_alone_is_seen(content, publish_now):
    banner, _ = content
    plain = "<p>Des traceurs, avec votre accord.</p>"
    ConsentBanner.objects.update(text=plain)
    publish_now()
    banner.refresh_from_db()
    banner.text = plain.replace("<p>", "<p><b>").replace("</p>", "</b></p>")
    banner.save_revision()
    (change,) = forecast(banner)[0].changes
    assert (change["before"], change["after"]) == (plain, banner.text)


def test_a_new_purpose_and_a_new_recipient_are_named(editor, content):
    _, cookie = content
    draft = make_purpose("video", name="Vidéos", live=False)
    draft.save_revision()
    assert "nouvelle finalité «\u00a0Vidéos\u00a0»" in page(editor, draft)
    other = make_cookie("x", cookie.purpose, make_provider("Quelqu’un"), live=False)
    other.save_revision()
    assert "nouveau destinataire «\u00a0Quelqu’un\u00a0»" in page(editor, other)


def test_looking_changes_nothing(content):
    banner, cookie = content
    cookie.finality = "Changed"
    cookie.save_revision()
    assert forecast(cookie)[0].changes
    cookie.refresh_from_db()
    assert cookie.finality != "Changed"
    assert ConsentNotice.objects.count() == 1


@pytest.mark.parametrize("model", [ConsentBanner, Purpose, Provider, Cookie])
def test_each_form_still_opens_before_the_first_save(editor, content, model):
    assert editor.get(url(model, "add")).status_code == 200


def forecast_of(editor, instance):
    # As the form around it is sent, without its fields.
    response = editor.post(edit_url(instance) + "?cookie_forecast=1")
    assert response.status_code == 200
    return response.content.decode()


def test_it_follows_what_is_saved_while_the_form_is_open(editor, content):
    """The form asks for it again after each autosave."""
    _, cookie = content
    cookie.purpose.save_revision()
    page = editor.get(edit_url(cookie.purpose)).content.decode()
    assert 'data-w-swap-src-value="?cookie_forecast=1"' in page
    assert "w-autosave:success@document->w-swap#replace" in page
    assert "voient déjà" in forecast_of(editor, cookie.purpose)
    cookie.purpose.description = "Count visits in another way, page by page."
    cookie.purpose.save_revision()
    assert "voient déjà" not in forecast_of(editor, cookie.purpose)


def test_a_draft_that_nobody_will_see_is_said_to_be(editor, content):
    _, cookie = content
    cookie.save_revision()
    type(cookie.purpose).objects.filter(pk=cookie.purpose.pk).update(live=False)
    said = forecast_of(editor, cookie)
    assert "ne sera pas montré" in said
    assert "voient déjà" not in said
    assert f'href="{edit_url(cookie.purpose)}"' in said


def test_the_add_form_says_when_it_will_be_known(editor):
    add = reverse(Purpose.snippet_viewset.get_url_name("add"))
    assert "Enregistrez un brouillon" in editor.get(add).content.decode()


def test_only_who_may_change_it_is_told(client, content, django_user_model):
    _, cookie = content
    place = edit_url(cookie) + "?cookie_forecast=1"
    assert client.get(place).status_code == 302
    reader = django_user_model.objects.create_user("reader", password="x")
    reader.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(reader)
    assert client.get(place).status_code in (302, 403)


def edit_url(instance):
    return reverse(instance.snippet_viewset.get_url_name("edit"), args=[instance.pk])


def test_it_says_how_many_choices_it_ends(editor, content):
    notice = ConsentNotice.objects.first()
    for days in (0, 0, 0):
        make_record(notice, days)
    purpose = make_purpose("maps", name="Maps", live=False)
    purpose.save_revision()
    said = forecast_of(editor, purpose)
    assert "3 choix au plus" in said
