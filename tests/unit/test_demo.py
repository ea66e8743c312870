"""The demo site: made once, served in two languages, and no cookie for who only reads."""

from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Page

from cookie_pages.models import CharterCookie, Cookie, CookieCharterPage, Purpose
from home.models import ContentPage, HomePage

pytestmark = pytest.mark.django_db


def demo():
    output = StringIO()
    call_command("demo", stdout=output)
    return output.getvalue()


def test_it_prints_the_addresses_and_the_password_once():
    assert "/charte-cookies/" in (output := demo())
    assert "password: " in output
    assert "password: " not in demo().replace("new password: ", "")


def test_running_it_again_changes_nothing_edited_or_deleted(demo_content):
    HomePage.objects.filter(slug="accueil").update(title="Mon titre")
    ContentPage.objects.get(slug="decouvrir").delete()
    Purpose.objects.filter(slug="video").update(name="Films")
    charter = CookieCharterPage.objects.get(slug="charte-cookies")
    CharterCookie.objects.all().delete()
    Cookie.objects.filter(name="visits").delete()
    counts = [model.objects.count() for model in (Page, Cookie, Purpose)]
    demo()
    assert counts == [model.objects.count() for model in (Page, Cookie, Purpose)]
    assert HomePage.objects.get(slug="accueil").title == "Mon titre"
    assert not charter.charter_rows.exists()
    assert set(Purpose.objects.filter(slug="video").values_list("name", flat=True)) == {
        "Films"
    }
