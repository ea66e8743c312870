"""The server watches what any part of the site sets (C38); nothing of the visitor is kept."""

import time
from unittest.mock import patch

import pytest
from asgiref.sync import async_to_sync
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from cookie_pages import middleware
from cookie_pages.middleware import CookieWatchMiddleware
from cookie_pages.models import SeenCookie
from cookie_pages.models.seen import MOST
from tests.factories import make_cookie, make_site_content

pytestmark = pytest.mark.django_db


@pytest.fixture
def notice(publish_now):
    banner, cookie = make_site_content()
    make_cookie("tracker.*", cookie.purpose, cookie.provider)
    return publish_now()


def answer(*names, cookie="", path="/"):
    """What is left of the cookies ``names`` that a view set."""

    def view(request):
        response = HttpResponse()
        for name in names:
            response.set_cookie(name, "secret", path=path)
        return response

    request = RequestFactory().get("/page/")
    if cookie:
        request.COOKIES["cookies_preferences"] = cookie
    return set(CookieWatchMiddleware(view)(request).cookies)


def seen():
    return set(SeenCookie.objects.values_list("name", "reason", "purpose", "times"))


def test_what_is_undeclared_or_not_accepted_is_reported_and_counted(notice):
    for _ in range(3):
        middleware.reset()
        assert answer("_ga", "tracker.1", "sessionid") == {
            "_ga",
            "tracker.1",
            "sessionid",
        }
    assert seen() == {
        ("_ga", "undeclared", "", 3),
        ("tracker.1", "unaccepted", "statistics", 3),
    }


def test_what_this_visitor_accepted_is_not(notice):
    now = int(time.time())
    answer("tracker.1", cookie=f"terms=1&at={now}&statistics=1")
    assert seen() == set()
    answer("tracker.1", cookie=f"terms=1&at={now}&statistics=0")
    assert len(seen()) == 1


def test_enforcing_drops_it_too(notice, settings):
    settings.COOKIE_PAGES_WATCH = "enforce"
    assert answer("_ga", "tracker.1", "sessionid") == {"sessionid"}
    assert len(seen()) == 2


def test_djangos_own_cookies_are_never_dropped(notice, settings):
    settings.COOKIE_PAGES_WATCH = "enforce"
    assert answer("csrftoken", "django_language") == {"csrftoken", "django_language"}
    assert len(seen()) == 2


def test_the_choice_cookie_and_deletions_pass(notice, settings):
    settings.COOKIE_PAGES_WATCH = "enforce"
    assert answer("cookies_preferences") == {"cookies_preferences"}

    def view(request):
        response = HttpResponse()
        response.delete_cookie("_ga")
        return response

    response = CookieWatchMiddleware(view)(RequestFactory().get("/"))
    assert "_ga" in response.cookies
    assert seen() == set()


def test_a_cookie_on_every_response_costs_no_write_each_time(
    notice, django_assert_num_queries
):
    answer("_ga")
    with django_assert_num_queries(0):
        for _ in range(20):
            answer("_ga")
    assert seen() == {("_ga", "undeclared", "", 1)}
    later = time.monotonic() + 61
    with patch("cookie_pages.middleware.time.monotonic", lambda: later):
        answer("_ga")
    assert seen() == {("_ga", "undeclared", "", 22)}


@pytest.mark.parametrize("is_async", [False, True])
def test_a_header_of_its_own_is_seen_and_dropped_too(notice, settings, is_async):
    settings.COOKIE_PAGES_WATCH = "enforce"

    def view(request):
        return HttpResponse(headers={"Set-Cookie": "_ga=secret; Path=/x"})

    async def async_view(request):
        return view(request)

    request = RequestFactory().get("/page")
    if is_async:
        response = async_to_sync(CookieWatchMiddleware(async_view))(request)
    else:
        response = CookieWatchMiddleware(view)(request)
    assert "Set-Cookie" not in response.headers
    assert SeenCookie.objects.get().path == "/page"


@pytest.mark.parametrize(
    "attributes",
    ["Max-Age=0", "Max-Age=-1", "expires=Thu, 01 Jan 1970 00:00:00 GMT"],
)
def test_a_deletion_in_any_form_passes(notice, attributes):
    header = f"_ga=; {attributes}; Path=/"
    view = lambda request: HttpResponse(headers={"Set-Cookie": header})  # noqa: E731
    response = CookieWatchMiddleware(view)(RequestFactory().get("/"))
    assert response.headers["Set-Cookie"] == header
    assert seen() == set()


def test_what_only_the_admin_sets_is_told_apart(notice):
    """An editor's own clicks would fill the list otherwise."""

    def view(request):
        response = HttpResponse()
        response.set_cookie("messages", "secret")
        return response

    for path in ("/admin/pages/", "/page/"):
        middleware.reset()
        CookieWatchMiddleware(view)(RequestFactory().get(path))
    assert {reason for _name, reason, _purpose, _times in seen()} == {
        "admin",
        "undeclared",
    }


def test_messages_are_never_dropped(notice, settings):
    settings.COOKIE_PAGES_WATCH = "enforce"
    assert answer("messages", "_ga") == {"messages"}


def test_nothing_of_the_visitor_is_kept():
    """C24."""
    names = {field.name for field in SeenCookie._meta.get_fields()}
    assert names == {
        "source",
        "storage_type",
        "host",
        "site_key",
        "id",
        "name",
        "path",
        "reason",
        "purpose",
        "times",
        "first_seen_at",
        "last_seen_at",
    }


def test_names_that_change_with_each_answer_do_not_fill_the_database(notice):
    SeenCookie.objects.bulk_create(
        SeenCookie(name=f"x{number}", path="/", reason="undeclared")
        for number in range(MOST)
    )
    answer("one-more")
    assert SeenCookie.objects.count() == MOST


def test_without_cookies_or_without_a_notice_it_costs_nothing(
    django_assert_num_queries,
):
    with django_assert_num_queries(0):
        answer()
    answer("_ga")
    assert seen() == set()


def test_a_wrong_mode_is_said(settings):
    from cookie_pages.checks.set_up import check_settings

    settings.COOKIE_PAGES_WATCH = "maybe"
    assert "COOKIE_PAGES_WATCH" in str(check_settings(None))


def test_the_admin_shows_it_to_who_may_see_it(
    editor, client, notice, django_user_model
):
    answer("_ga")
    address = reverse("cookie_pages_seen")
    page = editor.get(address)
    assert page.status_code == 200
    assert "_ga" in page.content.decode()
    assert "non déclaré" in page.content.decode()
    assert editor.get(address + "?export=csv").status_code == 200
    client.force_login(django_user_model.objects.create_user("reader", password="x"))
    assert client.get(address).status_code == 302
