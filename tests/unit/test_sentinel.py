"""The sentinel is off by default, says what it does, and keeps names alone."""

import json

import pytest
from django.urls import reverse

from cookie_pages.models import ConsentNotice, SeenCookie
from cookie_pages.notices.differences import differences
from tests.factories import make_site_content

pytestmark = pytest.mark.django_db


@pytest.fixture
def on(settings, publish_now):
    settings.COOKIE_PAGES_SENTINEL = 1000
    make_site_content()
    return publish_now()


def send(client, data, **more):
    body = data if isinstance(data, (str, bytes)) else json.dumps(data)
    options = {"content_type": "application/json"} | more
    return client.post(reverse("cookie_pages:sentinel"), body, **options)


def seen():
    fields = ("name", "storage_type", "host", "path", "source")
    return set(SeenCookie.objects.values_list(*fields))


def test_it_is_off_and_nothing_of_it_is_on_the_page(client, publish_now):
    make_site_content()
    notice = publish_now()
    assert "sentinel" not in notice.content
    assert b"sentinel" not in client.get(reverse("cookie_pages:preferences")).content
    assert send(client, {"path": "/"}).status_code == 404


def test_on_the_notice_and_the_preferences_page_say_so(client, on):
    assert on.languages["fr"]["sentinel"] == 1000
    assert "rien qui vous identifie" in on.data["rendered"]["fr"]
    page = client.get(reverse("cookie_pages:preferences"))
    assert "rien qui vous identifie" in page.content.decode()


def test_turned_on_later_it_asks_nobody_again(settings, publish_now):
    make_site_content()
    before = publish_now()
    settings.COOKIE_PAGES_SENTINEL = 50
    after = publish_now()
    assert (before.terms, after.terms) == (1, 1) and before.number != after.number
    assert differences(before.data, after.data)
    assert ConsentNotice.objects.count() == 2


def test_names_that_are_declared_are_not_kept_and_the_others_are(client, on):
    response = send(
        client,
        {
            "path": "/page/?secret=1",
            "cookie": ["_pk_id", "sessionid", "_ga_G4HT7XK2", "cookies_preferences"],
            "localStorage": ["cookie-pages12345", "odd-key"],
            "sessionStorage": [],
            "IndexedDB": ["base"],
            "host": ["localhost", "ads.example.org"],
        },
        headers={"host": "localhost"},
    )
    assert response.status_code == 204 and not response.cookies
    assert {item[:3] for item in seen()} == {
        ("_ga_*", "cookie", ""),
        ("cookies_preferences", "cookie", ""),
        ("odd-key", "localStorage", ""),
        ("base", "IndexedDB", ""),
        ("ads.example.org", "host", "ads.example.org"),
    }
    assert {item[3:] for item in seen()} == {("/page/", "sentinel")}


@pytest.mark.parametrize(
    "body, status",
    [
        ("", 415),
        ("[]", 400),
        ("{", 400),
        ("null", 400),
        ("[" * 4000, 400),
        ({}, 400),
        ({"path": 1}, 400),
        ({"path": "/", "cookie": "abc"}, 400),
        ({"path": "/", "cookie": [1]}, 400),
        ({"path": "/", "cookie": ["x" * 300]}, 400),
        ({"path": "/", "cookie": ["x"] * 201}, 400),
        ({"path": "/", "cookie": ["x" * 250] * 100}, 413),
        (b"\xff\xfe", 400),
    ],
)
def test_what_its_script_does_not_send_is_refused_and_kept_nowhere(
    client, on, body, status
):
    assert send(client, body).status_code == status
    assert not seen()


def test_neither_another_site_nor_a_form_may_send(client, on):
    other = {"headers": {"origin": "https://evil.example"}}
    assert send(client, {"path": "/"}, **other).status_code == 403
    assert send(client, "path=/", content_type="text/plain").status_code == 415
    assert client.get(reverse("cookie_pages:sentinel")).status_code == 405


def test_an_address_sends_no_more_than_its_share(client, on, settings):
    settings.COOKIE_PAGES_POSTS_PER_HOUR = 2
    codes = [send(client, {"path": "/"}).status_code for _ in range(3)]
    assert codes == [204, 204, 429]
