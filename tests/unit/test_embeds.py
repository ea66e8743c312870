"""Every embed is gated with nothing to do: host to provider, provider to purpose (C39)."""

import pytest
from bs4 import BeautifulSoup
from wagtail.embeds.blocks import EmbedValue
from wagtail.embeds.embeds import get_embed_hash
from wagtail.embeds.models import Embed
from wagtail.models import Site
from wagtail.rich_text import expand_db_html

from cookie_pages.gates.embeds import (
    embed_html,
    hosts_of,
    is_tame,
    match,
    with_referrer,
)
from cookie_pages.gates.page import enter_page, leave_page
from cookie_pages.models import CookieSettings, Provider, Purpose
from cookie_pages.notices.current import load
from tests.factories import make_banner, make_cookie, make_provider, make_purpose

pytestmark = pytest.mark.django_db
VIDEO = (
    '<iframe width="200" height="113" src="https://www.youtube.com/embed/x"></iframe>'
)


@pytest.fixture
def notice(publish_now):
    video, maps = (
        make_purpose("video", name="Videos"),
        make_purpose("maps", name="Maps"),
    )
    provider = make_provider("YouTube", embed_hosts="youtube.com", embed_purpose=video)
    make_cookie("VISITOR", maps, provider)
    make_provider("Maps Ltd", embed_hosts="maps.example", embed_purpose=maps)
    make_banner()
    return load(publish_now().digest)


def embed(html=VIDEO, url="https://www.youtube.com/watch?v=x", **kwargs):
    values = {
        "width": 200,
        "height": 113,
        "html": html,
        "url": url,
    }
    return Embed(**(values | kwargs))


def soup(*args, **kwargs):
    return BeautifulSoup(embed_html(*args, **kwargs), "html.parser")


def test_a_host_leads_to_its_providers_embed_purpose(notice):
    assert match(notice, "www.youtube.com").slug == "video"
    assert match(notice, "maps.example").slug == "maps"
    assert match(notice, "notyoutube.com").slug == ""
    assert match(notice, "youtube.com.evil.example").slug == ""


def test_an_unknown_host_goes_to_the_purpose_that_the_setting_names(
    notice, publish_now
):
    maps = make_purpose("third", name="Third-party content")
    CookieSettings.objects.create(site=Site.objects.get(), embed_purpose=maps)
    fresh = load(publish_now().digest)
    assert match(fresh, "somewhere.example").slug == "third"


def test_the_embed_is_inert_and_its_placeholder_says_what_is_off(notice):
    """A18."""
    found = soup(embed(), notice)
    assert not [
        item for item in found.select("iframe") if not item.find_parent("template")
    ]
    assert found.find("template")["data-consent"] == "video"
    placeholder = found.find(attrs={"data-cookie-placeholder": "video"})
    assert "YouTube" in placeholder.h2.get_text()
    assert (
        "YouTube" in placeholder.find(attrs={"data-cookie-allow": "video"}).get_text()
    )
    assert placeholder.find(attrs={"data-cookie-allow": ""})
    assert placeholder.find("a", href="https://www.youtube.com/watch?v=x")


def test_the_placeholder_says_who_receives_data_and_how_long_it_holds(
    notice, publish_now
):
    """D7, C14: with the recipient's policy."""
    Provider.objects.filter(name="YouTube").update(
        legal_name="Google Ireland Ltd", policy_url="https://policies.example/privacy"
    )
    placeholder = soup(embed(), load(publish_now().digest)).find(
        attrs={"data-cookie-placeholder": "video"}
    )
    text = " ".join(placeholder.get_text().split())
    assert (
        "Google Ireland Ltd"
        in placeholder.find("a", href="https://policies.example/privacy").get_text()
    )
    assert "pendant 6 mois ou jusqu’à ce que vous retiriez votre accord" in text


def test_the_placeholder_contacts_nobody(notice):
    found = soup(embed(thumbnail_url="https://i.ytimg.com/x.jpg"), notice)
    outside = [
        tag for tag in found.find_all(src=True) if not tag.find_parent("template")
    ]
    assert outside == []
    links = [tag["href"] for tag in found.find_all("link")]
    assert all(link.startswith("/static/") for link in links)


def test_it_keeps_the_ratio_without_an_inline_style(notice):
    found = soup(embed(), notice)
    assert found.svg["viewbox"] == "0 0 200 113"
    assert not found.select("[style]")


def test_the_hosts_of_two_purposes_are_two_gates(notice):
    html = VIDEO + '<script src="https://maps.example/x.js"></script>'
    found = soup(embed(html), notice)
    outer = found.find("template")
    assert outer["data-consent"] == "video"
    assert outer.find("template")["data-consent"] == "maps"


@pytest.mark.parametrize(
    "html",
    [
        "</template><script src='https://evil.example/x.js'></script>",
        "<p></TEMPLATE ><img src=https://evil.example>",
        "<!--></template><img src=https://evil.example>-->",
        "<script>",
        "<plaintext>",
        "<textarea>",
        "<iframe src='https://evil.example'>",
    ],
)
def test_hostile_html_never_leaves_its_gate(notice, html):
    assert not is_tame(html)
    found = soup(embed(html), notice)
    assert "evil.example" not in str(found)
    assert found.find("a", href="https://www.youtube.com/watch?v=x")


def test_in_a_preview_editors_see_it_marked(notice):
    found = soup(embed(), notice, preview=True)
    assert found.iframe
    assert not found.find("template")
    assert "Videos" in found.find(class_="cookie-gated").get_text()


def test_without_a_notice_it_stays_shut():
    found = soup(embed(), None)
    assert found.find("template")
    assert not found.select("button")
    assert "ne demande pas encore le consentement" in found.get_text()


@pytest.fixture
def stored():
    url = "https://www.youtube.com/watch?v=x"

    Embed.objects.create(
        url=url,
        hash=get_embed_hash(url),
        html=VIDEO,
        type="video",
        width=200,
        height=113,
    )
    return url


def test_an_embed_block_and_rich_text_are_gated_by_themselves(notice, stored):
    enter_page(notice, is_preview=False)
    try:
        for html in (
            EmbedValue(stored).html,
            expand_db_html(f'<embed embedtype="media" url="{stored}"/>'),
        ):
            found = BeautifulSoup(html, "html.parser")
            assert found.find("template")["data-consent"] == "video"
            assert not found.select("[style]")
    finally:
        leave_page()


def test_a_feed_or_an_email_has_a_link_instead(notice, stored):
    for html in (
        EmbedValue(stored).html,
        expand_db_html(f'<embed embedtype="media" url="{stored}"/>'),
    ):
        found = BeautifulSoup(html, "html.parser")
        assert found.a["href"] == stored
        assert not found.select("template, link, iframe, script, button")


@pytest.mark.parametrize(
    "html, tells",
    [
        (VIDEO, True),
        (VIDEO.replace("<iframe", "<IFRAME"), True),
        (VIDEO.replace("<iframe", '<iframe referrerpolicy="no-referrer"'), False),
        ("<p>iframe</p>", False),
    ],
)
def test_a_frame_tells_its_host_which_site_shows_it(html, tells):
    policy = 'referrerpolicy="strict-origin-when-cross-origin"'
    assert (policy in with_referrer(html)) == tells


@pytest.mark.parametrize(
    "html, hosts",
    [
        ("<p>no host</p>", ["www.youtube.com"]),
        ('<img src="/own.png">', ["www.youtube.com"]),
        ('<img src="//CDN.example/x">', ["cdn.example"]),
        (
            '<img srcset="https://a.example/1 1x, https://b.example/2 2x">',
            ["a.example", "b.example"],
        ),
        ('<iframe src="https://[bad"></iframe>', ["www.youtube.com"]),
    ],
)
def test_hosts_are_found_wherever_content_names_them(html, hosts):
    assert hosts_of(html, "https://www.youtube.com/watch?v=x") == hosts


def test_an_exempt_purpose_opens_no_embed(notice, publish_now):
    """Whatever a database holds: it would let the frame of any host through."""
    exempt = Purpose.objects.filter(slug="video")
    exempt.update(needs_consent=False)
    CookieSettings.objects.update_or_create(
        site=Site.objects.get(), defaults={"embed_purpose": exempt.get()}
    )
    fresh = load(publish_now().digest)
    found = soup(embed(), fresh)
    assert found.template
    assert not found.select("button")
