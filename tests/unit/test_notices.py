"""Publishing compiles a notice only if what visitors see differs."""

import json

import pytest
from wagtail.models import Site

from cookie_pages.models import ConsentNotice
from cookie_pages.models.notice import canonical, digest_of
from cookie_pages.notices.current import current_notice
from cookie_pages.seed import publish
from tests.factories import (
    make_banner,
    make_cookie,
    make_exempt_purpose,
    make_provider,
    make_purpose,
    make_site_content,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return Site.objects.get()


@pytest.fixture
def on_commit(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_without_a_banner_nothing_is_published(site, publish_now):
    make_purpose()
    assert publish_now() is None
    assert current_notice(site.pk) is None


def test_the_first_notice_is_number_one_and_an_equal_one_is_not_published(publish_now):
    make_site_content()
    notice = publish_now()
    assert (notice.number, notice.terms) == (1, 1)
    assert publish_now() is None


def test_publishing_through_the_admin_publishes_a_notice_once(site, on_commit):
    with on_commit():
        banner, _ = make_site_content()
    assert ConsentNotice.objects.count() == 1
    with on_commit():
        banner.heading = "Another heading"
        publish(banner)
        publish(banner)
    assert [notice.number for notice in ConsentNotice.objects.order_by("number")] == [
        1,
        2,
    ]


def test_a_draft_changes_nothing_that_a_visitor_sees(site, on_commit):
    with on_commit():
        banner, _ = make_site_content()
    with on_commit():
        banner.heading = "Half a heading"
        banner.save_revision()
    assert ConsentNotice.objects.count() == 1


def test_a_typo_keeps_the_terms(publish_now):
    """C15."""
    banner, cookie = make_site_content()
    publish_now()
    cookie.purpose.name = "Audience mesurement"
    cookie.purpose.save()
    assert publish_now().terms == 1


def test_a_new_purpose_or_a_new_recipient_raises_the_terms(publish_now):
    """C15."""
    banner, cookie = make_site_content()
    publish_now()
    video = make_purpose("video", name="Videos")
    assert publish_now().terms == 2
    make_cookie("third", cookie.purpose, make_provider("Someone else"))
    assert publish_now().terms == 3
    video.needs_consent = False
    video.save()
    assert publish_now().terms == 3


def test_an_exempt_purpose_asks_nobody_again(publish_now):
    make_site_content()
    publish_now()
    make_exempt_purpose("basket", name="Basket")
    assert publish_now().terms == 1


def test_what_is_unpublished_vanishes_and_asks_nobody_again_when_it_returns(
    publish_now,
):
    banner, cookie = make_site_content()
    publish_now()
    for item in (cookie, cookie.provider, cookie.purpose):
        type(item).objects.filter(pk=item.pk).update(live=False)
        gone = publish_now()
        assert gone.terms == 1
        assert "_pk_id" not in gone.content
        type(item).objects.filter(pk=item.pk).update(live=True)
        assert publish_now().terms == 1


def test_an_unpublished_banner_is_said_and_its_return_asks_nobody_again(
    site, publish_now
):
    banner, _ = make_site_content()
    publish_now()
    banner.unpublish()
    assert publish_now().languages == {}
    assert current_notice(site.pk) is None
    banner.live = True
    banner.save()
    assert publish_now().terms == 1
    assert current_notice(site.pk).number == 3


def test_the_content_is_canonical_and_sealed_in_a_chain(publish_now):
    """C23."""
    banner, _ = make_site_content()
    first = publish_now()
    banner.heading = "Autre titre : à vous"
    banner.save()
    second = publish_now()
    for notice in (first, second):
        assert notice.content == canonical(json.loads(notice.content))
        assert notice.digest == digest_of(notice.previous_digest, notice.content)
    assert second.previous_digest == first.digest
    assert digest_of(first.digest, second.content + " ") != second.digest


def test_a_notice_is_never_changed(publish_now):
    make_banner()
    notice = publish_now()
    with pytest.raises(TypeError):
        notice.save()


def test_reading_it_again_costs_no_query(site, django_assert_num_queries, publish_now):
    make_site_content()
    publish_now()
    current_notice(site.pk)
    with django_assert_num_queries(0):
        assert current_notice(site.pk).number == 1
