"""``POST consent/`` to the letter of the contract."""

import json
import time
import uuid

import pytest
from django.http import QueryDict
from django.urls import reverse

from cookie_pages.models import ConsentBanner, ConsentRecord, Purpose
from cookie_pages.notices.current import current_notice
from cookie_pages.notices.publish import publish_notice
from cookie_pages.signals import choice_recorded
from tests.factories import make_purpose

pytestmark = pytest.mark.django_db
URL = "/cookies/consent/"


def body(notice, **kwargs):
    return {
        "record": str(uuid.uuid4()),
        "terms": notice.terms,
        "notice": notice.number,
        "choices": {"statistics": True, "video": False},
        "method": "banner",
        "language": "fr",
    } | kwargs


def send(client, data, **headers):
    data = data if isinstance(data, str | bytes) else json.dumps(data)
    return client.post(URL, data, content_type="application/json", headers=headers)


def send_as_script(client, data, at=None, **headers):
    """As the visitor's script does: it has set the cookie before it sends the choice."""
    answers = "".join(f"&{slug}={int(yes)}" for slug, yes in data["choices"].items())
    at = at or int(time.time())
    client.cookies["cookies_preferences"] = f"terms={data['terms']}&at={at}{answers}"
    return send(client, data, **headers)


def test_the_address_is_the_contracts():
    assert reverse("cookie_pages:consent") == URL


def test_a_choice_is_stored_once_and_the_cookie_set_again(client, notice):
    data = body(notice)
    assert send(client, data).status_code == 201
    assert send(client, data).status_code == 200
    record = ConsentRecord.objects.get()
    assert str(record.pk) == data["record"]
    assert record.notice == notice
    assert record.choices == data["choices"]


def test_the_records_can_be_off_and_the_choice_is_obeyed(client, notice, settings):
    """C24: checked and set for as long, with nothing kept of it."""
    settings.COOKIE_PAGES_KEEP_RECORDS = False
    for _ in range(2):
        response = send_as_script(client, body(notice))
        assert response.status_code == 200
        assert "statistics=1&video=0" in response.cookies["cookies_preferences"].value
    assert send(client, body(notice, choices={})).status_code == 400
    assert not ConsentRecord.objects.exists()


def test_the_record_holds_nothing_of_the_visitor(client, notice):
    """C24."""
    send(client, body(notice), **{"User-Agent": "Mozilla/5.0 secret"})
    names = {field.name for field in ConsentRecord._meta.get_fields()}
    assert names == {
        "id",
        "notice",
        "site_key",
        "choices",
        "method",
        "language",
        "created_at",
        "chosen_at",
    }


def test_the_cookie_is_bare_and_holds_for_six_months(client, notice):
    """C22, C33."""
    response = send_as_script(client, body(notice))
    cookie = response.cookies["cookies_preferences"]
    header = cookie.OutputString()
    assert header.startswith("cookies_preferences=terms=1&at=")
    assert header.split(";")[0].endswith("&statistics=1&video=0")
    # From the choice, which is a moment ago.
    assert 182 * 86400 - 60 <= cookie["max-age"] <= 182 * 86400
    assert (cookie["path"], cookie["samesite"], cookie["secure"]) == ("/", "Lax", "")
    assert not cookie["httponly"]
    value = header.split(";")[0].partition("=")[2]
    pairs = QueryDict(value)
    assert set(pairs) == {"terms", "at", "statistics", "video"}
    assert int(pairs["at"]) == pytest.approx(time.time(), abs=60)


def test_it_is_secure_over_https(client, notice):
    response = client.post(URL, form(notice), secure=True)
    assert response.cookies["cookies_preferences"]["secure"]


def test_sent_twice_the_time_is_still_that_of_the_choice(client, notice):
    data = body(notice)
    at = int(time.time()) - 90 * 86400
    for _ in range(2):
        cookie = send_as_script(client, data, at).cookies["cookies_preferences"]
        assert QueryDict(cookie.coded_value)["at"] == str(at)
        assert cookie["max-age"] <= 92 * 86400


def test_the_answer_to_a_late_post_never_overturns_a_newer_choice(client, notice):
    """Accept is lost, refuse arrives, then accept is sent again: the visitor refused."""
    accepted = body(notice, age=30)
    refused = body(notice, choices={"statistics": False, "video": False})
    send_as_script(client, refused)
    response = send(client, accepted)
    assert response.status_code == 201
    assert not response.cookies
    assert response.json()["choices"] == refused["choices"]


def test_the_answer_never_brings_back_a_cookie_that_is_gone(client, notice):
    response = send(client, body(notice))
    assert response.status_code == 201
    assert not response.cookies


def test_a_late_refusal_deletes_nothing_of_what_is_accepted_since(client, notice):
    send_as_script(client, body(notice))
    client.cookies["_pk_id"] = "x"
    late = body(
        notice, choices={"statistics": False, "video": False}, method="withdrawal"
    )
    assert not send(client, late).cookies.get("_pk_id")


@pytest.mark.parametrize("age, kept", [(0, 0), (90, 90), (10**12, 182 * 86400)])
def test_the_record_keeps_when_it_was_chosen_and_when_it_arrived(
    client, notice, age, kept
):
    send(client, body(notice, age=age))
    record = ConsentRecord.objects.get()
    assert (record.created_at - record.chosen_at).total_seconds() == kept
    assert 0 <= time.time() - record.created_at.timestamp() < 3600


def test_its_times_tell_no_more_than_the_hour(client, notice):
    """Neither the cookie's time nor an access log's line finds the record (C24)."""
    client.post(URL, form(notice))
    record = ConsentRecord.objects.get()
    assert record.created_at == record.chosen_at
    assert record.created_at.timestamp() % 3600 == 0
    at = int(QueryDict(client.cookies["cookies_preferences"].value)["at"])
    assert abs(at - time.time()) < 60


@pytest.mark.parametrize("age", [-1, 1.5, "3", True, None])
def test_an_age_that_is_no_number_of_seconds_is_400(client, notice, age):
    assert send(client, body(notice, age=age)).status_code == 400


def test_a_withdrawal_that_accepts_everything_is_400(client, notice):
    data = body(
        notice, method="withdrawal", choices={"statistics": True, "video": True}
    )
    assert send(client, data).status_code == 400
    assert not ConsentRecord.objects.exists()


def test_several_cookies_of_the_name_become_one(client, notice):
    value = f"terms=1&at={int(time.time())}&statistics=1&video=0"
    headers = {"Cookie": f"cookies_preferences={value}; cookies_preferences=old"}
    response = send(client, body(notice), **headers, Referer="http://testserver/a/b/")
    own, *others = [
        morsel
        for morsel in response.cookies.values()
        if morsel.key == "cookies_preferences"
    ]
    assert own["path"] == "/" and own["max-age"] > 0
    assert {"/a", "/a/b"} <= {morsel["path"] for morsel in others}
    assert {morsel["max-age"] for morsel in others} == {0}


@pytest.mark.parametrize(
    "change",
    [
        {"record": "not a uuid"},
        {"record": "6fa459ea-ee8a-3ca4-894e-db77e160355e"},
        {"record": None},
        {"record": 3},
        {"terms": "1"},
        {"terms": True},
        {"terms": 0},
        {"terms": 1.0},
        {"notice": 99},
        {"notice": -1},
        {"notice": 10**30},
        {"choices": []},
        {"choices": {}},
        {"choices": {"statistics": True}},
        {"choices": {"statistics": True, "video": False, "other": True}},
        {"choices": {"statistics": 1, "video": 0}},
        {"choices": {"statistics": "1", "video": "0"}},
        {"choices": {"statistics": None, "video": False}},
        {"choices": {"statistics": True, "video": False, "necessary": True}},
        {"method": "magic"},
        {"method": None},
        {"method": []},
        {"method": "information"},
        {"method": "placeholder"},
        {"method": "placeholder", "choices": {"video": False}},
        {"method": "placeholder", "choices": {"other": True}},
        {"method": "placeholder", "choices": {}},
        {"language": "de"},
        {"language": "x" * 100},
        {"language": None},
        {"extra": 1},
    ],
)
def test_a_wrong_field_is_400_and_says_what_is_wrong(client, notice, change):
    response = send(client, body(notice) | change)
    assert response.status_code == 400
    problem = response.json()
    assert response["Content-Type"] == "application/problem+json"
    assert problem["status"] == 400
    assert problem["detail"]
    assert not ConsentRecord.objects.exists()
    assert "cookies_preferences" not in response.cookies


@pytest.mark.parametrize(
    "name", ["record", "terms", "notice", "choices", "method", "language"]
)
def test_a_missing_field_is_named(client, notice, name):
    data = body(notice)
    del data[name]
    response = send(client, data)
    assert response.status_code == 400
    assert name in response.json()["detail"]


@pytest.mark.parametrize(
    "text",
    [
        " ",
        "{",
        "[]",
        "null",
        "3",
        '"x"',
        b"\xff\xfe",
        "[" * 4000,
        '{"a":' * 1200 + "1" + "}" * 1200,
        '{"record": 1, "record": 2}',
    ],
)
def test_what_is_no_json_object_is_400(client, notice, text):
    assert send(client, text).status_code == 400


def test_an_outdated_choice_is_409_and_kept_as_what_it_was(client, notice, publish_now):
    """It was a valid act under the notice that was shown: obeyed there, and so proven."""
    old = body(notice)
    make_purpose("ads", name="Ads")
    assert publish_now().terms == 2
    for _ in range(2):
        response = send_as_script(client, old)
        assert response.status_code == 409
        assert response.json()["status"] == 409
        assert not response.cookies
    assert ConsentRecord.objects.get().notice == notice


def test_a_choice_for_a_notice_that_the_cache_does_not_know_yet_is_taken(
    client, notice, publish_now
):
    """Another process published: its own cache is none of ours."""
    assert current_notice(notice.site_key).terms == 1
    make_purpose("ads", name="Ads")
    newer = publish_notice(notice.site)
    choices = {"statistics": True, "video": False, "ads": False}
    assert current_notice(notice.site_key).terms == 1
    assert send(client, body(newer, choices=choices)).status_code == 201


def test_who_listens_is_told_of_a_choice_once(client, notice):
    records = []
    listen = lambda record, **kwargs: records.append(record)  # noqa: E731
    choice_recorded.connect(listen)
    try:
        data = body(notice)
        send(client, data)
        send(client, data)
    finally:
        choice_recorded.disconnect(listen)
    assert [str(record.pk) for record in records] == [data["record"]]


HOSTILE = [
    {"Origin": "http://["},
    {"Origin": "null"},
    {"Referer": "http://["},
    {"Referer": "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16")},
    {"Cookie": '_ga[1]=x; cookies_preferences="; =; ;'},
]


@pytest.mark.parametrize("headers", HOSTILE)
def test_no_header_makes_it_fail(client, notice, headers):
    assert send(client, body(notice), **headers).status_code in (201, 403)
    data = form(notice, all="0")
    assert client.post(URL, data, headers=headers).status_code in (303, 403)


@pytest.mark.parametrize(
    "address",
    ["foo", "?x", "#x", "admin:index", "😀", "//evil.example", "/\\evil", "/😀"],
)
def test_next_is_an_address_and_nothing_else(client, notice, address):
    response = client.post(URL, form(notice, next=address))
    assert response.status_code == 303
    assert response["Location"].startswith(("/cookies/?", "/%F0"))


def test_an_older_notice_of_the_same_terms_is_taken(client, notice, publish_now):
    Purpose.objects.filter(slug="statistics").update(name="Fixed a typo")
    assert publish_now().number == 2
    assert send(client, body(notice)).status_code == 201
    assert ConsentRecord.objects.get().notice == notice


def test_without_a_notice_it_is_409(client, notice, publish_now):
    ConsentBanner.objects.update(live=False)
    publish_now()
    assert send(client, body(notice)).status_code == 409


def test_too_large_is_413_and_another_type_415(client, notice):
    assert send(client, "x" * 9000).status_code == 413
    for kind in ("text/plain", "application/xml", ""):
        assert client.post(URL, "x", content_type=kind).status_code == 415
    assert not ConsentRecord.objects.exists()


@pytest.mark.parametrize(
    "headers, status",
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 201),
        ({"Origin": "http://testserver"}, 201),
        ({}, 201),
    ],
)
def test_another_sites_post_is_403(client, notice, headers, status):
    response = send(client, body(notice), **headers)
    assert response.status_code == status
    assert ConsentRecord.objects.exists() == (status == 201)


def test_no_token_is_needed(notice):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    assert send(client, body(notice)).status_code == 201


@pytest.mark.parametrize("method", ["get", "put", "delete", "head"])
def test_other_methods_are_405(client, notice, method):
    assert getattr(client, method)(URL).status_code == 405


def test_a_placeholder_adds_to_the_choice_and_keeps_its_time(client, notice):
    """C22: the rest isn't silently renewed."""
    at = int(time.time()) - 90 * 86400
    client.cookies["cookies_preferences"] = f"terms=1&at={at}&statistics=0&video=1"
    data = body(notice, method="placeholder", choices={"video": True})
    cookie = send(client, data).cookies["cookies_preferences"]
    assert cookie.coded_value == f"terms=1&at={at}&statistics=0&video=1"
    assert cookie["max-age"] <= 92 * 86400


def test_one_record_id_is_one_choice(client, notice):
    data = body(notice)
    send(client, data)
    other = data | {"choices": {"statistics": False, "video": False}}
    assert send(client, other).status_code == 409
    assert ConsentRecord.objects.get().choices == data["choices"]


def form(notice, **kwargs):
    data = body(notice, method="preferences", next="/charte-cookies/")
    del data["choices"]
    return data | {"statistics": "1"} | kwargs


def test_a_form_stores_the_choice_and_goes_to_next(client, notice):
    """C5: what is unanswered is refused."""
    response = client.post(URL, form(notice))
    assert response.status_code == 303
    assert response["Location"] == "/charte-cookies/"
    assert ConsentRecord.objects.get().choices == {"statistics": True, "video": False}
    assert (
        "&statistics=1&video=0" in response.cookies["cookies_preferences"].coded_value
    )


@pytest.mark.parametrize("all_, yes", [("1", True), ("0", False)])
def test_one_button_answers_for_everything(client, notice, all_, yes):
    client.post(URL, form(notice, all=all_))
    assert ConsentRecord.objects.get().choices == {"statistics": yes, "video": yes}


@pytest.mark.parametrize(
    "address",
    ["https://evil.example/", "//evil.example", "javascript:alert(1)", "\\\\evil", ""],
)
def test_next_never_leads_to_another_site(client, notice, address):
    response = client.post(URL, form(notice, next=address))
    assert response.status_code == 303
    assert response["Location"] == "/cookies/?saved=1"


def test_a_wrong_form_is_a_page_in_a_browser_and_json_elsewhere(client, notice):
    data = form(notice, statistics="maybe")
    response = client.post(URL, data, headers={"Accept": "text/html,*/*;q=0.8"})
    assert response.status_code == 400
    assert "Chaque choix doit valoir 1 ou 0." in response.content.decode()
    assert client.post(URL, data).json()["status"] == 400
