"""The choice cookie is read strictly: anything wrong in it is no choice (C33, C37)."""

import time

import pytest
from django.test import RequestFactory

from cookie_pages.consent.choice import Choice
from cookie_pages.consent.visitor import current_choice, has_consent
from cookie_pages.models import ConsentBanner, Provider, Purpose
from cookie_pages.notices.current import load
from tests.factories import make_purpose, make_site_content

pytestmark = pytest.mark.django_db
NOW = int(time.time())
DAY = 86400
# In the tests' parameters by name: their ids must be the same in every process.
TIMES = {
    "now": NOW,
    "soon": NOW + 3600,
    "ahead": NOW + 2 * DAY,
    "old": NOW - 181 * DAY,
    "expired": NOW - 183 * DAY,
}


@pytest.fixture
def notice(publish_now):
    make_site_content()
    make_purpose("video", name="Videos")
    return load(publish_now().digest)


def timed(value):
    return value and value.format_map(TIMES)


def consents(slug, value):
    request = RequestFactory().get("/")
    request.COOKIES["cookies_preferences"] = value
    return has_consent(request, slug)


def test_the_contracts_example_is_read_and_written_the_same(notice):
    value = f"terms=1&at={NOW}&statistics=1&video=0"
    choice = Choice.parse(value, notice)
    assert choice == Choice(1, NOW, {"statistics": True, "video": False})
    assert choice.value == value


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "garbage",
        "terms=1",
        "at={now}&statistics=1",
        "terms=0&at={now}",
        "terms=01&at={now}",
        "terms=1&terms=1&at={now}",
        "terms=1&at={now}&video=1&video=0",
        "terms=1&at={now}&video=",
        "terms=1&at={now}&video=2",
        "terms=1&at={now}&video=true",
        "terms=1&at={now}&gone=7",
        "terms=1&at={now}.0",
        "terms=1&at=-{now}",
        "terms=1&at=+{now}",
        "terms=1&at=1e9",
        "terms=1&at=99999999999",
        "terms=1&at={ahead}",
        "terms=1&at={expired}",
        '"terms=1&at={now}&video=1"',
        f"terms=1&at={{now}}&video=1&{'x' * 3000}=1",
        "terms=1&at={now}&video=%F0%28%8C%28",
        "\x00",
    ],
)
def test_anything_wrong_is_no_choice(notice, value):
    assert Choice.parse(timed(value), notice) is None


@pytest.mark.parametrize(
    "value",
    [
        "terms=1&at={now}&gone=1&video=1",
        "at={now}&video=1&terms=1",
        "terms=1&at={soon}&video=1",
        "terms=1&at={old}&video=1",
        "terms=1&at={now}&video=1&necessary=0",
    ],
)
def test_what_may_be_in_it_is_passed_over(notice, value):
    assert Choice.parse(timed(value), notice).answers == {"video": True}


def test_consent_is_given_for_what_was_accepted_alone(notice):
    """C10."""
    value = f"terms=1&at={NOW}&statistics=0&video=1"
    assert consents("video", value)
    assert not consents("statistics", value)
    assert not consents("unknown", value)
    assert consents("necessary", "")


def test_later_terms_come_from_a_newer_page_and_count(notice):
    choice = Choice.parse(f"terms=2&at={NOW}&statistics=1", notice)
    assert choice == Choice(2, NOW, {"statistics": True})


def test_of_several_cookies_the_newest_valid_one_counts(notice):
    older, newer = (f"terms=1&at={NOW - ago}&video={ago % 2}" for ago in (61, 60))
    request = RequestFactory().get("/")
    for values in ((older, newer, "garbage"), (newer, older)):
        pairs = [f"cookies_preferences={value}" for value in values]
        request.META["HTTP_COOKIE"] = "; ".join(["a=b", *pairs, "c"])
        assert current_choice(request, notice).at == NOW - 60


def test_ninety_purposes_of_the_longest_name_can_still_be_read(notice):
    slugs = "&".join(f"{number:040}=1" for number in range(90))
    assert Choice.parse(f"terms=1&at={NOW}&{slugs}", notice)


@pytest.mark.parametrize("model", [ConsentBanner, Purpose, Provider])
def test_what_is_gone_opens_nothing_and_breaks_nothing(notice, publish_now, model):
    """Visitors hold choices for what is unpublished: their cookie stays, gates stay shut."""
    value = f"terms=1&at={NOW}&statistics=1&video=1"
    model.objects.update(live=False)
    publish_now()
    if model is not Provider:
        assert not consents("statistics", value)
    model.objects.update(live=True)
    assert publish_now().terms == 1
    assert consents("statistics", value)
