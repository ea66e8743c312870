"""The example of a front end apart: its own banner and charter, from the two addresses alone."""

import shutil
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from cookie_pages.models import ConsentRecord

from .conftest import eventually

EXAMPLE = Path(__file__).parents[2] / "docs/headless"


class Front(SimpleHTTPRequestHandler):
    """The example's files, and Wagtail's API of ``home`` as its own."""

    home = ""

    def do_GET(self):
        if not self.path.startswith("/api/"):
            return super().do_GET()
        with urlopen(self.home + self.path) as answer:
            body = answer.read()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


@pytest.fixture
def front(demo, tmp_path):
    """The example, served at an origin of its own, with the demo as its Wagtail site."""
    folder = shutil.copytree(EXAMPLE, tmp_path / "front")
    index = folder / "index.html"
    index.write_text(index.read_text().replace("http://127.0.0.1:8000", demo))
    handler = type("Handler", (Front,), {"home": demo})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=folder))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def page(chrome, demo, front, settings):
    settings.COOKIE_PAGES_ALLOWED_ORIGINS = [front]
    context = chrome.new_context()
    page = context.new_page()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.goto(front + "/", wait_until="networkidle")
    yield page
    page.wait_for_load_state("networkidle")
    assert page.problems == []
    context.close()


def test_it_asks_obeys_proves_and_withdraws(page):
    banner = page.get_by_role("region", name="Vos données, votre choix")
    expect(banner).to_be_visible()
    expect(banner).to_contain_text("Rectorat de l’académie")
    expect(banner).to_contain_text("Vidéos : Lire dans la page les vidéos")
    expect(banner).to_contain_text("retirer votre accord à tout moment")
    assert page.context.cookies() == []
    banner.get_by_role("button", name="Tout accepter").click()
    expect(banner).to_be_hidden()
    expect(page.locator("#film")).to_be_visible()
    eventually(lambda: ConsentRecord.objects.count() == 1)
    record = ConsentRecord.objects.get()
    assert (record.method, record.language) == ("banner", "fr")
    assert record.choices == {"statistics": True, "video": True}
    page.reload(wait_until="networkidle")
    expect(page.locator("#film")).to_be_visible()
    expect(banner).to_be_hidden()
    page.get_by_role("button", name="Gestion des cookies").click()
    with page.expect_event("load"):
        banner.get_by_role("button", name="Tout refuser").click()
    expect(page.locator("#film")).to_have_count(0)
    eventually(lambda: ConsentRecord.objects.filter(method="withdrawal").exists())


def test_its_charter_has_the_cookies_of_the_site(page):
    table = page.get_by_role("table", name="Charte")
    expect(table.get_by_role("rowheader", name="sessionid", exact=True)).to_be_visible()
    expect(table.get_by_role("rowheader", name="csrftoken", exact=True)).to_be_visible()


def test_another_origin_reads_and_posts_nothing(page, demo, settings):
    settings.COOKIE_PAGES_ALLOWED_ORIGINS = ["https://www.example.org"]
    read = (
        "home => fetch(home + '/cookies/notice.json').then(() => 'read', () => 'kept')"
    )
    assert page.evaluate(read, demo) == "kept"
    post = """home => fetch(home + '/cookies/consent/', {method: 'POST', body: '{}',
      headers: {'Content-Type': 'application/json'}}).then(() => 'sent', () => 'kept')"""
    assert page.evaluate(post, demo) == "kept"
    assert not ConsentRecord.objects.exists()
