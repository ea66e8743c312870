"""What a refused purpose left is expired by the server too, HttpOnly or not (C19)."""

import pytest

from cookie_pages.consent.deletion import MOST
from cookie_pages.rules.names import matcher
from tests.factories import (
    make_banner,
    make_cookie,
    make_exempt_purpose,
    make_provider,
    make_purpose,
)
from tests.unit.test_consent_post import body, send, send_as_script

pytestmark = pytest.mark.django_db


@pytest.fixture
def notice(publish_now):
    make_banner()
    provider = make_provider()
    statistics, video = make_purpose(), make_purpose("video", name="Videos")
    make_cookie("_pk_id.*", statistics, provider)
    make_cookie("visits", statistics, provider)
    make_cookie("shared", statistics, provider)
    make_cookie("shared", video, provider)
    make_cookie("basket", make_exempt_purpose(), provider)
    return publish_now()


def expired(response):
    return {
        (morsel.key, morsel["path"], morsel["domain"])
        for morsel in response.cookies.values()
        if morsel["max-age"] == 0
    }


def refuse(client, notice, refused=("statistics",), **headers):
    choices = {slug: slug not in refused for slug in ("statistics", "video")}
    return send(client, body(notice, choices=choices, method="withdrawal"), **headers)


def test_a_first_refusal_of_a_device_without_trackers_sets_the_choice_alone(
    client, notice
):
    choices = {"statistics": False, "video": False}
    response = send_as_script(client, body(notice, choices=choices))
    assert set(response.cookies) == {"cookies_preferences"}


def test_what_the_browser_sent_and_what_is_named_exactly_is_expired(client, notice):
    client.cookies["_pk_id.1.abcd"] = "x"
    client.cookies["unrelated"] = "x"
    client.cookies["basket"] = "x"
    found = expired(refuse(client, notice))
    assert {name for name, _, _ in found} == {"_pk_id.1.abcd", "visits"}
    assert ("visits", "/", "") in found


def test_each_path_above_the_page_and_domain_above_the_host_is_covered(client, notice):
    found = expired(refuse(client, notice, Referer="http://testserver/a/b/"))
    paths = {path for name, path, _ in found if name == "visits"}
    assert paths == {"/", "/a", "/a/", "/a/b", "/a/b/"}


def test_what_an_accepted_purpose_uses_too_stays_until_both_are_refused(client, notice):
    assert "shared" not in {name for name, _, _ in expired(refuse(client, notice))}
    both = refuse(client, notice, refused=("statistics", "video"))
    assert "shared" in {name for name, _, _ in expired(both)}


def test_accepting_expires_nothing(client, notice):
    assert expired(refuse(client, notice, refused=())) == set()


def test_the_choice_is_still_set_and_a_thousand_cookies_stay_within_bounds(
    client, notice
):
    for number in range(1000):
        client.cookies[f"_pk_id.{number}"] = "x"
    choices = {"statistics": False, "video": True}
    response = send_as_script(client, body(notice, choices=choices))
    assert response.status_code == 201
    assert response.cookies["cookies_preferences"]["max-age"] > 0
    assert len(response.cookies) <= MOST + 1


@pytest.mark.parametrize(
    "pattern, name, yes",
    [
        ("_pk_id.*", "_pk_id.1", True),
        ("_pk_id.*", "_pk_idx1", False),
        ("a?c", "abc", False),
        ("a?c", "a?c", True),
        ("[ab]", "a", False),
        ("*", "anything", True),
    ],
)
def test_only_a_star_stands_for_something(pattern, name, yes):
    assert matcher([pattern])(name) is yes


def test_no_name_matches_nothing():
    assert not matcher([])("x")
