"""The editor knows before publishing whether it asks every visitor again, and why (C15)."""

import pytest
from bs4 import BeautifulSoup

from cookie_pages.models import ConsentBanner, ConsentNotice, Cookie, Provider, Purpose
from cookie_pages.notices.forecast import forecast
from tests.admin.test_declarations import url
from tests.factories import make_cookie, make_provider, make_purpose, make_site_content

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
    assert row.th.get_text() == "fr › Bandeau › Titre"
    assert row.find("del").get_text() == "Your data, your choice"
    assert row.find("ins").get_text() == "Your date, your choice"


def test_a_change_of_markup_alone_is_seen(content):
    banner, _ = content
    plain = banner.text
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
