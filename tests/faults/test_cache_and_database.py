"""Pages keep their banner and gates stay right, whatever is gone; no choice is lost unseen."""

from unittest.mock import patch

import pytest
from django.core.cache.backends.locmem import LocMemCache
from django.core.management import call_command
from django.db import OperationalError

from cookie_pages.models import ConsentRecord
from tests.factories import make_site_content
from tests.unit.test_consent_post import body, send

pytestmark = pytest.mark.django_db


class GoneCache(LocMemCache):
    """A cache server that can't be reached."""

    def get(self, *args, **kwargs):
        raise ConnectionError("gone")

    set = get


@pytest.fixture
def no_cache():
    gone = GoneCache("gone", {})
    with patch("cookie_pages.notices.current.cache", gone):
        yield


def test_without_the_cache_pages_have_their_banner_and_choices_are_stored(
    client, notice, no_cache
):
    call_command("seed_charter", verbosity=0)
    assert b'id="cookie-banner"' in client.get("/charte-cookies/").content
    assert client.get("/cookies/notice.json").json()["number"] == 1
    assert send(client, body(notice)).status_code == 201


def test_publishing_works_without_the_cache(publish_now, no_cache):
    make_site_content()
    assert publish_now().number == 1


def test_a_choice_that_cannot_be_stored_is_503_and_not_acknowledged(client, notice):
    data = body(notice)
    with patch.object(ConsentRecord, "save", side_effect=OperationalError("full")):
        response = send(client, data)
    assert response.status_code == 503
    assert response.json()["detail"]
    assert not response.cookies
    assert send(client, data).status_code == 201
    assert ConsentRecord.objects.count() == 1


def test_without_the_database_a_warm_page_still_shows_its_banner(client, notice):
    """An error page is what a visitor sees then; it keeps the banner of the warm process."""
    from django.template import Context, Template

    template = Template("{% load cookie_pages_tags %}{% cookie_banner %}")
    warm = template.render(Context())
    assert "cookie-banner" in warm
    with patch(
        "django.db.models.query.QuerySet._fetch_all",
        side_effect=OperationalError("gone"),
    ):
        assert template.render(Context()) == warm


def test_without_the_database_a_cold_error_page_is_served_bare(notice):
    from django.core.cache import cache
    from django.template import Context, Template

    cache.clear()
    template = Template("{% load cookie_pages_tags %}<p>Sorry</p>{% cookie_banner %}")
    with patch(
        "django.db.models.query.QuerySet._fetch_all",
        side_effect=OperationalError("gone"),
    ):
        assert template.render(Context()) == "<p>Sorry</p>"


def test_the_same_post_a_hundred_times_is_stored_once(client, notice):
    data = body(notice)
    statuses = [send(client, data).status_code for _ in range(100)]
    assert statuses == [201] + [200] * 99
    assert ConsentRecord.objects.count() == 1
