"""The charter is written through the page's own form."""

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Site
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

from cookie_pages.models import CharterCookie, CookieCharterPage
from tests.factories import make_cookie, make_exempt_purpose, make_purpose

pytestmark = pytest.mark.django_db


def page_data(cookies, purposes, **kwargs):
    table = {
        "caption": "",
        "purposes": {
            "count": len(purposes),
            **{
                str(order): {
                    "value": purpose.pk,
                    "order": order,
                    "deleted": "",
                    "type": "item",
                }
                for order, purpose in enumerate(purposes)
            },
        },
        "columns": {"provider": "", "service": "", "name": "", "finality": ""},
    }
    return nested_form_data(
        {
            "title": "Cookies",
            "slug": "our-cookies",
            "introduction": rich_text("<p>Hello</p>"),
            "body": streamfield([("cookie_table", table)]),
            "charter_rows": inline_formset(
                [{"cookie": cookie.pk} for cookie in cookies]
            ),
            "comments": inline_formset([]),
        }
        | kwargs
    )


def create(editor, data):
    root = Site.objects.get().root_page
    address = reverse(
        "wagtailadmin_pages:add", args=("cookie_pages", "cookiecharterpage", root.pk)
    )
    response = editor.post(address, data | {"action-publish": "1"})
    assert response.status_code == 302, response.context["form"].errors
    return CookieCharterPage.objects.get()


def test_a_page_is_made_with_rows_in_the_chosen_order(editor, client):
    statistics = make_purpose()
    cookies = [make_cookie(name, statistics) for name in ("zeta", "alpha")]
    page = create(editor, page_data(cookies, [statistics]))
    content = client.get(page.url).content.decode()
    assert content.index("zeta") < content.index("alpha")
    assert f"<caption>{statistics.name}</caption>" in content


def test_each_purpose_has_its_own_table_and_only_those_chosen_show(editor, client):
    """A14."""
    statistics, necessary = make_purpose(), make_exempt_purpose()
    cookies = [make_cookie("_pk_ses", statistics), make_cookie("csrf_x", necessary)]
    page = create(editor, page_data(cookies, [necessary, statistics]))
    content = client.get(page.url).content.decode()
    assert content.index('id="cookies-necessary"') < content.index(
        'id="cookies-statistics"'
    )
    page.body[0].value["purposes"].pop(1)
    page.save()
    content = client.get(page.url).content.decode()
    assert "csrf_x" in content
    assert "_pk_ses" not in main_text(content)


def test_what_is_not_live_stays_out_and_an_empty_table_breaks_nothing(editor, client):
    cookie = make_cookie("_pk_ses")
    page = create(editor, page_data([cookie], []))
    assert "_pk_ses" in main_text(client.get(page.url).content.decode())
    for item in (cookie, cookie.purpose, cookie.provider):
        type(item).objects.update(live=False)
        assert "_pk_ses" not in main_text(client.get(page.url).content.decode())
        type(item).objects.update(live=True)


def test_the_same_cookie_twice_is_refused_with_a_reason(editor):
    cookie = make_cookie()
    root = Site.objects.get().root_page
    address = reverse(
        "wagtailadmin_pages:add", args=("cookie_pages", "cookiecharterpage", root.pk)
    )
    response = editor.post(address, page_data([cookie, cookie], []))
    assert response.status_code == 200
    assert not CookieCharterPage.objects.exists()


def test_two_rows_may_exchange_their_cookies_and_a_double_shows_once(editor, client):
    cookies = [
        make_cookie("first", make_purpose()),
        make_cookie("second", make_exempt_purpose()),
    ]
    page = create(editor, page_data(cookies, []))
    one, two = page.charter_rows.all()
    one.cookie, two.cookie = two.cookie, one.cookie
    page.charter_rows = [one, two]
    page.save_revision().publish()
    # As an old tab adds it once more.
    page.charter_rows.add(CharterCookie(cookie=cookies[0]))
    page.save_revision().publish()
    content = main_text(client.get(page.url).content.decode())
    assert content.count("first") == content.count("second") == 1


def test_the_seed_page_opens_in_the_editor(editor):
    call_command("seed_charter", verbosity=0)
    page = CookieCharterPage.objects.get()
    assert (
        editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code
        == 200
    )


def main_text(content):

    return BeautifulSoup(content, "html.parser").main.get_text()
