"""Too many choices from one address are refused, many are noted; no address is kept."""

import time
from unittest.mock import patch

import pytest
from django.db import DatabaseError
from django.test import RequestFactory

from cookie_pages.consent import limits
from cookie_pages.consent.address import address_of
from cookie_pages.models import ConsentFlood, ConsentRecord
from tests.unit.test_consent_post import URL, body

pytestmark = pytest.mark.django_db


def post(client, notice, address="192.0.2.1", data=None):
    data = data or body(notice)
    return client.post(URL, data, "application/json", REMOTE_ADDR=address)


def test_one_address_may_send_so_many_and_another_still_may(client, notice, settings):
    settings.COOKIE_PAGES_POSTS_PER_HOUR = 5
    statuses = [post(client, notice).status_code for _ in range(8)]
    assert statuses == [201] * 5 + [429] * 3
    assert post(client, notice, "192.0.2.2").status_code == 201
    assert ConsentRecord.objects.count() == 6


def test_a_refusal_says_what_is_wrong_and_when_to_try_again(client, notice, settings):
    settings.COOKIE_PAGES_POSTS_PER_HOUR = 1
    post(client, notice)
    response = post(client, notice)
    assert response.status_code == 429
    assert response["Content-Type"] == "application/problem+json"
    assert int(response["Retry-After"]) > 0
    assert response["Cache-Control"] == "no-store"
    assert response.json()["detail"]
    assert not response.cookies


def test_it_is_earned_back_with_time(client, notice, settings):
    settings.COOKIE_PAGES_POSTS_PER_HOUR = 2
    now = time.monotonic()
    statuses = []
    for minutes in (0, 0, 0, 31, 31, 240, 240, 240):
        with patch(
            "cookie_pages.consent.limits.time.monotonic",
            return_value=now + 60 * minutes,
        ):
            statuses.append(post(client, notice).status_code)
    assert statuses == [201, 201, 429, 201, 429, 201, 201, 429]


def test_many_of_one_address_are_noted_by_the_hundred(client, notice, settings):
    settings.COOKIE_PAGES_POSTS_PER_HOUR = 250
    for _ in range(99):
        post(client, notice)
    assert not ConsentFlood.objects.exists()
    for _ in range(400):
        post(client, notice)
    noted = ConsentFlood.objects.get()
    assert (noted.site_key, noted.busiest, noted.rejected) == (
        notice.site_key,
        200,
        200,
    )


def test_what_is_sent_again_is_noted_once(client, notice):
    data = body(notice)
    for _ in range(150):
        post(client, notice, data=data)
    assert not ConsentFlood.objects.exists()


def test_a_note_that_fails_loses_no_choice(client, notice):
    with patch.object(
        ConsentFlood.objects, "update_or_create", side_effect=DatabaseError
    ):
        assert {post(client, notice).status_code for _ in range(100)} == {201}


def seen(remote, forwarded=None):
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    request = RequestFactory().get("/", REMOTE_ADDR=remote, headers=headers)
    found = address_of(request)
    return str(found) if found else None


@pytest.mark.parametrize(
    "remote, forwarded, expected",
    [
        ("8.8.8.8", None, "8.8.8.8"),
        # What a visitor writes there changes nothing.
        ("8.8.8.8", "9.9.9.9", "8.8.8.8"),
        ("10.0.0.2", "9.9.9.9", "9.9.9.9"),
        ("10.0.0.2", "1.1.1.1, 9.9.9.9", "9.9.9.9"),
        ("10.0.0.2", "9.9.9.9, 10.0.0.7", "10.0.0.7"),
        ("127.0.0.1", "nonsense", "127.0.0.1"),
        ("127.0.0.1", "9.9.9.9:4711", "9.9.9.9"),
        ("::ffff:8.8.8.8", None, "8.8.8.8"),
        ("", "9.9.9.9", "9.9.9.9"),  # a proxy on a socket
        ("", None, None),
        ("127.0.0.1", "," * 5000, "127.0.0.1"),
    ],
)
def test_without_a_setting_a_private_address_is_one_proxy(remote, forwarded, expected):
    assert seen(remote, forwarded) == expected


CDN, NGINX = "104.16.0.9", "127.0.0.1"


@pytest.mark.parametrize(
    "trusted, remote, forwarded, expected",
    [
        (2, NGINX, f"9.9.9.9, {CDN}", "9.9.9.9"),
        # Whoever writes entries of their own stays the same sender.
        (2, NGINX, f"1.2.3.4, 9.9.9.9, {CDN}", "9.9.9.9"),
        (1, NGINX, "1.2.3.4, 10.9.8.7", "10.9.8.7"),
        (0, CDN, "9.9.9.9", CDN),
        (["104.16.0.0/13", NGINX], NGINX, f"9.9.9.9, {CDN}", "9.9.9.9"),
        # Past the CDN and straight to nginx: its own address counts, not what it claims.
        (["104.16.0.0/13", NGINX], NGINX, "1.2.3.4, 9.9.9.9", NGINX),
        (2, NGINX, "9.9.9.9", NGINX),
    ],
)
def test_trusted_proxies_are_counted_or_named(
    settings, trusted, remote, forwarded, expected
):
    settings.COOKIE_PAGES_TRUSTED_PROXIES = trusted
    assert seen(remote, forwarded) == expected


def test_no_address_is_kept_and_one_network_of_ipv6_is_one_sender(rf):
    limits.reset()
    for host in range(1, 9):
        limits._sender_of(rf.post("/", REMOTE_ADDR=f"2a01:e0a:1:{host}::{host}"))
    limits._sender_of(rf.post("/", REMOTE_ADDR="2a01:e0a:2:1::1"))
    assert len(limits._senders) == 2
    assert all(len(name) == 8 for name in limits._senders)


def test_it_remembers_no_more_senders_than_set(rf):
    with patch.object(limits, "MOST_ADDRESSES", 10):
        limits.reset()
        for host in range(30):
            limits._sender_of(rf.post("/", REMOTE_ADDR=f"203.0.113.{host}"))
        assert len(limits._senders) == 10
