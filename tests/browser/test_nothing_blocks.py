"""On a slow line nothing of the module keeps a page from being painted, or moves it."""

import pytest
from playwright.sync_api import expect
from wagtail.embeds.embeds import get_embed_hash
from wagtail.embeds.models import Embed
from wagtail.models import Site

from cookie_pages.models import CookieSettings, Purpose
from cookie_pages.notices.publish import publish_notice
from home.models import ContentPage

SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) {
    window.shifts.push([value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 80))]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
RESOURCES = """performance.getEntriesByType("resource")
  .filter(({ name }) => name.includes("/cookie_pages/"))
  .map(({ name, renderBlockingStatus }) => [name.split("/").pop(), renderBlockingStatus])"""
SLOW = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 60_000,
    "uploadThroughput": 60_000,
}


@pytest.fixture
def slow(visit):
    visitor = visit(viewport={"width": 1280, "height": 2400})
    session = visitor.context.new_cdp_session(visitor.page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    visitor.page.add_init_script(SHIFTS)
    return visitor


@pytest.mark.parametrize(
    "path, files", [("/", ["banner.js"]), ("/decouvrir/", ["banner.js", "gate.css"])]
)
def test_a_first_view_waits_for_no_file_and_does_not_move(slow, path, files):
    slow.open(path)
    expect(slow.banner).to_be_visible()
    slow.page.wait_for_timeout(300)
    resources = slow.page.evaluate(RESOURCES)
    assert sorted(name for name, _ in resources) == files
    assert {status for _, status in resources} == {"non-blocking"}
    assert slow.page.evaluate("window.shifts") == []


def test_the_choice_moves_nothing_either(slow):
    slow.open("/decouvrir/")
    slow.page.wait_for_timeout(600)
    slow.button("Tout refuser").click()
    expect(slow.banner).to_be_hidden()
    slow.page.wait_for_timeout(700)
    assert slow.page.evaluate("window.shifts") == []


@pytest.fixture
def embed(demo):
    """A video in the text of a page, between two paragraphs."""
    url = "https://www.youtube.com/watch?v=x"
    frame = (
        '<iframe width="200" height="113"'
        ' src="https://www.youtube-nocookie.com/embed/x"></iframe>'
    )
    shape = {"type": "video", "width": 200, "height": 113}
    Embed.objects.create(url=url, hash=get_embed_hash(url), html=frame, **shape)
    text = f'<p>Before</p><embed embedtype="media" url="{url}"/><p>After</p>'
    site = Site.objects.get(is_default_site=True)
    setting = CookieSettings.for_site(site)
    setting.embed_purpose = Purpose.objects.filter(slug="video").first()
    setting.save()
    publish_notice(site)
    ContentPage.objects.update(body=text, video_address="")


def test_an_accepted_content_takes_the_place_that_was_kept(embed, slow):
    slow.open("/decouvrir/")
    slow.button("Tout accepter").click()
    slow.open("/decouvrir/")
    expect(slow.page.locator(".cookie-embed iframe")).to_have_count(1)
    slow.page.wait_for_timeout(300)
    assert slow.page.evaluate("window.shifts") == []
