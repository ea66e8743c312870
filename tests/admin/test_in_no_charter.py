"""A published cookie that no charter shows is told (C31)."""

from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Page

from cookie_pages.models import CharterCookie, CookieCharterPage
from tests.admin.test_declarations import url
from tests.factories import make_cookie, make_provider, make_purpose

pytestmark = pytest.mark.django_db


@pytest.fixture
def cookies():
    """One that a charter shows, one that none does."""
    purpose, provider = make_purpose(), make_provider()
    shown, other = (
        make_cookie(name, purpose, provider) for name in ("shown", "_other")
    )
    for item in (shown, other):
        item.save_revision()
    charter = CookieCharterPage(title="Cookies", slug="charter")
    Page.objects.get(depth=2).add_child(instance=charter)
    CharterCookie.objects.create(page=charter, cookie=shown)
    return shown, other, charter


def states(editor):
    address = reverse("wagtailsnippets_cookie_pages_cookie:list")
    page = BeautifulSoup(editor.get(address).content, "html.parser")
    headings = [cell.get_text(strip=True) for cell in page.select("thead th")]
    column = headings.index("Dans la charte")
    rows = [row.find_all("td") for row in page.select("tbody tr")]
    return {
        row[1].get_text(" ", strip=True).split()[0]: bool(
            row[column].select(".w-text-positive-100, .icon-success")
        )
        for row in rows
    }


def test_the_list_says_it(editor, cookies):
    found = states(editor)
    assert (found["shown"], found["_other"]) == (True, False)


def test_the_form_says_it(editor, cookies):
    shown, other, charter = cookies
    sentence = "Aucune charte publiée ne montre ce cookie"
    forms = [
        editor.get(url(type(item), "edit", item.pk)).content.decode()
        for item in (shown, other)
    ]
    assert [sentence in form for form in forms] == [False, True]
    charter.unpublish()
    assert sentence in editor.get(url(type(shown), "edit", shown.pk)).content.decode()


def test_the_command_names_it(cookies):
    errors = StringIO()
    call_command("verify_notices", stdout=StringIO(), stderr=errors)
    assert "in no published charter: _other" in errors.getvalue()
