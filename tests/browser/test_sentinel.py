"""Where a site opts in, a visitor's browser tells of what nobody declared, without a cookie."""

import json

import pytest
from wagtail.models import Site

from cookie_pages.models import SeenCookie
from cookie_pages.notices.publish import publish_notice

from .conftest import eventually


@pytest.fixture
def watched(settings, demo, visit):
    settings.COOKIE_PAGES_SENTINEL = 1
    publish_notice(Site.objects.get())
    return visit()


def test_it_tells_names_and_no_value(watched):
    watched.page.add_init_script(
        "localStorage.setItem('odd-key', 'secret'); document.cookie = 'odd=secret; path=/';"
        "indexedDB.open('base');"
    )
    watched.open("/decouvrir/?word=secret")

    def told():
        # The browser's requests pass through this thread.
        watched.page.wait_for_timeout(100)
        return SeenCookie.objects.filter(source="sentinel").count() == 3

    eventually(told, seconds=20)
    (post,) = watched.posts
    assert "secret" not in post.post_data
    assert "cookie" not in {name.lower() for name in post.all_headers()}
    assert json.loads(post.post_data)["path"] == "/decouvrir/"
    named = SeenCookie.objects.values_list("name", "storage_type")
    assert {*named} == {
        ("odd-key", "localStorage"),
        ("odd", "cookie"),
        ("base", "IndexedDB"),
    }


def test_off_it_is_not_even_loaded(visitor):
    loaded = []
    visitor.page.on("request", lambda request: loaded.append(request.url))
    visitor.open("/")
    assert not [url for url in loaded if "sentinel" in url]
