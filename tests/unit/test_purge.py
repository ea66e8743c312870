"""Publishing purges the pages that show the notice, and tells other caches."""

import pytest
from wagtail.models import Page, Site

from cookie_pages import signal_handlers
from cookie_pages.models import Purpose
from cookie_pages.signals import notice_published

pytestmark = pytest.mark.django_db


class RecordingBackend:
    """A front-end cache that notes what it is told to purge."""

    purged: list[str] = []

    def __init__(self, params):
        self.hostnames = None

    def invalidates_hostname(self, hostname):
        return True

    def purge_batch(self, urls):
        self.purged += urls


@pytest.fixture
def frontend_cache(settings, monkeypatch):
    monkeypatch.setattr(signal_handlers.apps, "is_installed", lambda name: True)
    backend = f"{__name__}.RecordingBackend"
    settings.WAGTAILFRONTENDCACHE = {"test": {"BACKEND": backend}}
    RecordingBackend.purged = []
    return RecordingBackend


def test_each_page_of_the_site_is_purged_once_visitors_see_another_notice(
    frontend_cache, notice, publish_now
):
    frontend_cache.purged.clear()
    publish_now()
    assert frontend_cache.purged == []
    Purpose.objects.update(name="Another name")
    publish_now()
    pages = Page.objects.live().descendant_of(
        Site.objects.get().root_page, inclusive=True
    )
    assert set(frontend_cache.purged) == {page.full_url for page in pages}


def test_who_listens_is_told_the_site_and_the_notice(notice, publish_now):
    told = []
    listen = lambda **kwargs: told.append((kwargs["site"], kwargs["notice"]))  # noqa: E731
    notice_published.connect(listen)
    try:
        Purpose.objects.update(name="Another name")
        newer = publish_now()
    finally:
        notice_published.disconnect(listen)
    assert told == [(newer.site, newer)]
