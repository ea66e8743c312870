"""With many declarations the admin asks the database no more often."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale, Site

from cookie_pages.models import CharterCookie, Cookie, CookieCharterPage, Purpose
from tests.factories import make_banner, make_provider, make_purpose

pytestmark = pytest.mark.django_db


def declare(count, purpose, provider):
    values = {"purpose": purpose, "provider": provider, "finality": "Tell visits apart"}
    for number in range(Cookie.objects.count(), count):
        Cookie.objects.create(
            name=f"c{number}", service="x", locale=Locale.get_default(), **values
        )


@pytest.fixture
def grow(publish_now):
    """Makes so many cookies in all, with a charter that shows each."""
    purpose, provider = make_purpose(), make_provider()
    make_banner()
    charter = CookieCharterPage(title="Cookies", slug="charter")
    Site.objects.get().root_page.add_child(instance=charter)

    def grow(count):
        declare(count, purpose, provider)
        charter.charter_rows = [
            CharterCookie(cookie=cookie) for cookie in Cookie.objects.all()
        ]
        charter.save_revision().publish()
        cookie = Cookie.objects.order_by("pk").first()
        cookie.save_revision().publish()
        purpose.save_revision().publish()
        publish_now()

    return grow


def addresses():
    def of(model, name, *args):
        return reverse(model.snippet_viewset.get_url_name(name), args=args)

    charter = CookieCharterPage.objects.get()
    chooser = Cookie.snippet_viewset.chooser_viewset.get_url_name("choose")
    cookie = Cookie.objects.order_by("pk").first()
    return {
        "charter": reverse("wagtailadmin_pages:edit", args=[charter.pk]),
        "cookie": of(Cookie, "edit", cookie.pk),
        "purpose": of(Purpose, "edit", Purpose.objects.first().pk),
        "chooser": reverse(chooser),
        "notices": reverse("cookie_pages_notices"),
        "records": reverse("cookie_pages_records"),
        "home": reverse("wagtailadmin_home"),
        "overview": reverse("cookie_pages_overview"),
        "export": reverse("cookie_pages_export", args=["json"]),
    }


def test_a_form_asks_no_more_often_with_ten_times_the_cookies(editor, grow):
    def queries():
        counted = {}
        for name, address in addresses().items():
            editor.get(address)
            with CaptureQueriesContext(connection) as captured:
                assert editor.get(address).status_code == 200
            counted[name] = len(captured)
        return counted

    grow(12)
    few = queries()
    grow(120)
    many = queries()
    # The chooser's page of 25 rows costs what Wagtail asks for each.
    few.pop("chooser"), many.pop("chooser")
    grown = {
        name: (few[name], many[name]) for name in few if many[name] > few[name] + 3
    }
    assert grown == {}


def test_a_list_asks_for_no_purpose_and_provider_row_by_row(editor, grow):
    grow(30)
    address = reverse(Cookie.snippet_viewset.get_url_name("list"))
    with CaptureQueriesContext(connection) as captured:
        editor.get(address)
    asked = [query["sql"] for query in captured]
    for table in ("cookie_pages_purpose", "cookie_pages_provider"):
        assert sum(f'FROM "{table}"' in sql for sql in asked) <= 2


def test_the_chooser_tells_cookies_of_one_name_apart(editor, grow):
    grow(3)
    chooser = Cookie.snippet_viewset.chooser_viewset.get_url_name("choose")
    content = editor.get(reverse(chooser)).content.decode()
    for text in (
        "Academy",
        "Audience measurement",
        Cookie.objects.first().retention_text,
    ):
        assert text in content


def test_a_row_whose_cookie_was_deleted_leaves_a_revision_that_opens(editor, grow):
    grow(3)
    CharterCookie.objects.filter(cookie__name="c1").delete()
    Cookie.objects.filter(name="c1")._raw_delete("default")
    page = CookieCharterPage.objects.get().get_latest_revision_as_object()
    assert [row.cookie.name for row in page.charter_rows.all()] == ["c0", "c2"]
    response = editor.get(addresses()["charter"])
    assert response.status_code == 200
    assert len(response.context["form"].formsets["charter_rows"].forms) == 2


def test_the_list_says_which_cookies_visitors_see(editor, grow):
    grow(1)
    address = reverse(Cookie.snippet_viewset.get_url_name("list"))
    assert "Montré aux visiteurs" in editor.get(address).content.decode()
    cookie = Cookie.objects.get()
    assert cookie.is_shown
    Purpose.objects.update(live=False)
    assert not Cookie.objects.get().is_shown
