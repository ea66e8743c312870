"""A test's database is its own, though a page of the test before is still being answered."""

import time
from threading import Event

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import transaction
from django.http import HttpResponse
from playwright.sync_api import expect

from cookie_pages.models import Purpose

from .conftest import eventually

began = Event()


def slow(get_response):
    def middleware(request):
        if request.path != "/slow/":
            return get_response(request)
        with transaction.atomic():
            Purpose.objects.update(name="Before")
            began.set()
            time.sleep(2)
            Purpose.objects.update(name="After")
        return HttpResponse()

    return middleware


@pytest.fixture
def slow_view(settings, live_server):
    """The handler of a live server is made once for all tests."""
    server = live_server.thread.httpd
    before = server.get_app()
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.browser.test_turns.slow"]
    server.set_app(type(before)(WSGIHandler()))
    yield
    server.set_app(before)


def test_a_page_is_closed_while_it_is_answered(slow_view, visitor):
    page = visitor.open("/")
    page.evaluate("() => void fetch('/slow/').catch(() => {})")
    # The page's requests wait for Playwright, and so for this thread.
    eventually(lambda: page.wait_for_timeout(20) or began.is_set())


@pytest.mark.parametrize("time", [1, 2])
def test_the_next_ones_find_the_demo(visitor, time):
    visitor.open("/")
    expect(visitor.banner).to_be_visible()
    assert not Purpose.objects.filter(name__in=["Before", "After"]).exists()
