"""A real Chromium against a live server with the demo site."""

import os
import time

import pytest
from django.db import connection
from playwright.sync_api import sync_playwright

from tests.contents import fill
from tests.serial import take_turns, turn

from . import chromium
from .editors import log_in

# Playwright's sync API runs a loop in this thread, and Django then refuses plain queries.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def filled_in_turn(contents):
    with turn:
        fill(contents)


@pytest.fixture(scope="session")
def chrome(demo_contents):
    path = chromium.find()
    if not path:
        pytest.fail(chromium.HELP)
    with sync_playwright() as playwright:
        # Page by page: half a second less for each test than object by object. Inside the
        # loop Django hands out another connection object, without these contents.
        connection._test_serialized_contents = demo_contents
        connection.creation.deserialize_db_from_string = filled_in_turn
        take_turns()
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        args = ["--no-sandbox"] if root else []
        browser = playwright.chromium.launch(executable_path=path, args=args)
        yield browser
        browser.close()


@pytest.fixture
def demo(chrome, transactional_db, django_db_serialized_rollback, live_server):
    """The demo site, live; gives its address."""
    return live_server.url


class Visitor:
    """A fresh profile; notes each request to another host, and answers it with nothing."""

    def __init__(self, chrome, home, **options):
        self.home = home
        self.context = chrome.new_context(
            **(
                {"viewport": {"width": 1280, "height": 800}, "locale": "fr-FR"}
                | options
            )
        )
        self.elsewhere = []
        self.posts = []
        self.errors = []
        self.context.route(lambda url: not url.startswith(home), self._elsewhere)
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._console)
        self.page.on("request", self._note)

    def _elsewhere(self, route):
        self.elsewhere.append(route.request.url)
        route.fulfill(body="<p>elsewhere</p>", content_type="text/html")

    def _console(self, message):
        if message.type == "error" and "404" not in message.text:
            self.errors.append(message.text)

    def _note(self, request):
        if request.method == "POST":
            self.posts.append(request)

    def open(self, path="/"):
        self.page.goto(self.home + path)
        self.page.wait_for_load_state("load")
        return self.page

    def button(self, name):
        return self.page.get_by_role("button", name=name, exact=True)

    @property
    def banner(self):
        return self.page.locator("#cookie-banner")

    @property
    def panel(self):
        return self.page.locator("#cookie-panel")

    def cookies(self):
        return {cookie["name"]: cookie for cookie in self.context.cookies()}

    def choice(self):
        """The choice cookie's value, as a dictionary without its time."""
        from urllib.parse import parse_qsl

        cookie = self.cookies().get("cookies_preferences")
        pairs = dict(parse_qsl(cookie["value"])) if cookie else {}
        pairs.pop("at", None)
        return pairs


def eventually(holds, seconds=10):
    """Asks ``holds()`` until it is true; fails when it still isn't after ``seconds``."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "still not so"
        time.sleep(0.02)


@pytest.fixture
def visit(chrome, demo):
    """Makes visitors; each test ends without an error in any of their consoles."""
    made = []

    def visit(**options):
        made.append(Visitor(chrome, demo, **options))
        return made[-1]

    yield visit
    for visitor in made:
        visitor.context.unroute_all(behavior="ignoreErrors")
        visitor.context.close()
    assert [error for visitor in made for error in visitor.errors] == []


@pytest.fixture
def visitor(visit):
    return visit()


@pytest.fixture
def editing(visit, settings):
    """Somebody logged in to the admin, whose forms save nothing by themselves.

    A script clicks faster than an editor, and Wagtail's own console isn't what is tried.
    """
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    visitor = visit()
    log_in(visitor)
    yield visitor
    visitor.errors.clear()
