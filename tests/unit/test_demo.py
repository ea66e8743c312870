"""The demo site: made once, served in two languages, and no cookie for who only reads."""

from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Page

from cookie_pages.models import CharterCookie, Cookie, CookieCharterPage, Purpose
from home.models import ContentPage, HomePage

pytestmark = pytest.mark.django_db
PAGES = [
    "/",
    "/charte-cookies/",
    "/decouvrir/",
    "/en/",
    "/en/cookie-charter/",
    "/en/discover/",
]


def demo():
    output = StringIO()
    call_command("demo", stdout=output)
    return output.getvalue()


def test_it_prints_the_addresses_and_the_password_once():
    assert "/charte-cookies/" in (output := demo())
    assert "password: " in output
    assert "password: " not in demo().replace("new password: ", "")


@pytest.mark.parametrize("address", PAGES)
def test_every_page_answers_without_a_cookie_and_may_be_cached(client, address):
    """C1, C37."""
    demo()
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    assert "Vary" not in response.headers


def test_the_language_of_a_page_is_its_paths(client):
    demo()
    client.cookies["django_language"] = "en"
    assert '<html lang="fr">' in client.get("/").content.decode()
    assert '<html lang="en">' in client.get("/en/").content.decode()


def test_the_video_and_the_script_are_inert(client):
    """C39."""
    demo()
    content = client.get("/decouvrir/").content.decode()
    for found in ("<iframe", "statistics.js"):
        before = content[: content.index(found)]
        assert before.rindex("<template data-consent") > before.rfind("</template>")


def test_running_it_again_changes_nothing_edited_or_deleted():
    demo()
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
