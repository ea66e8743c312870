"""The banner is on every page, the same bytes for everybody, and never opens a gate."""

import json
import time

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.template import Context, Template
from django.test import RequestFactory

from cookie_pages.models import Purpose
from tests.factories import (
    make_banner,
    make_exempt_purpose,
    make_purpose,
    make_site_content,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(publish_now):
    make_site_content()
    publish_now()


def render(source, **context):
    request = RequestFactory().get("/")
    template = Template("{% load cookie_pages_tags %}" + source)
    return template.render(Context({"request": request} | context))


def soup(source):
    return BeautifulSoup(render(source), "html.parser")


def test_it_comes_first_names_each_purpose_and_offers_both_answers_alike(published):
    """A1, C6, C9, C12."""
    found = soup("{% cookie_banner %}")
    banner = found.find(True)
    assert banner["id"] == "cookie-banner"
    assert banner.h2["id"] == banner["aria-labelledby"]
    assert "Audience measurement" in banner.get_text()
    accept, refuse = banner.select("[data-cookie-choice]")
    assert (accept.get_text(), refuse.get_text()) == ("Tout accepter", "Tout refuser")
    assert accept["class"] == refuse["class"]
    assert accept.parent is refuse.parent


def test_nothing_is_ticked_and_each_purpose_is_a_fieldset(published, client):
    """A8, C4."""
    address = soup("{% cookie_banner %}").find(True)["data-panel"]
    panel = BeautifulSoup(client.get(address).content, "html.parser").dialog
    assert panel.fieldset.legend.get_text() == "Audience measurement"
    assert not panel.select("[checked]")
    assert [radio["name"] for radio in panel.select("[type=radio]")] == [
        "statistics"
    ] * 2


def test_nothing_is_inline(published):
    found = soup("{% cookie_banner %}{% gated 'statistics' %}<p>x</p>{% endgated %}")
    assert not found.select("style, [style], [onclick]")
    assert all(
        script.get("src") and not script.string for script in found.select("script")
    )


def test_texts_of_editors_are_escaped(publish_now):
    make_banner("<script>alert(1)</script>", accept_label='Accepter "><img src=x>')
    make_purpose(name="<b>Bold</b>", description="<i>x</i>")
    publish_now()
    found = soup("{% cookie_banner %}")
    assert not found.select("img, b, i")
    assert len(found.select("script")) == 1


def test_without_a_banner_the_tags_break_nothing_and_open_nothing():
    assert render("{% cookie_banner %}") == ""
    found = soup(
        "{% gated 'statistics' %}<iframe src='https://x.example'></iframe>{% endgated %}"
    )
    assert found.template
    assert not found.select("[data-cookie-allow]")


def test_when_nothing_needs_consent_it_informs_and_asks_nothing(publish_now):
    """C32."""
    make_exempt_purpose()
    make_banner(information_text="<p>Only what is needed.</p>")
    publish_now()
    found = soup("{% cookie_banner %}")
    assert "Only what is needed." in found.section.get_text()
    assert len(found.section.select("button")) == 1


def test_a_gate_is_inert_and_its_placeholder_names_the_service(published):
    """A18, C39."""
    found = soup(
        "{% gated 'statistics' service='Matomo' %}<iframe></iframe>{% endgated %}"
    )
    assert found.find("template")["data-consent"] == "statistics"
    placeholder = found.find(attrs={"data-cookie-placeholder": "statistics"})
    assert "Matomo" in placeholder.h2.get_text()
    assert "Matomo" in placeholder.button.get_text()


def test_a_script_leaves_no_hole_and_gets_no_placeholder(published):
    found = soup(
        "{% gated 'statistics' %} <script src='/x.js'></script> {% endgated %}"
    )
    assert [tag.name for tag in found.find_all(True, recursive=False)] == ["template"]


def test_the_gate_of_an_unpublished_purpose_has_no_button(published, publish_now):
    Purpose.objects.filter(slug="statistics").update(live=False)
    publish_now()
    found = soup("{% gated 'statistics' %}<iframe></iframe>{% endgated %}")
    assert found.template
    assert not found.select("button")


def test_what_is_exempt_has_no_gate(published):
    assert render("{% gated 'necessary' %}<p>x</p>{% endgated %}") == "<p>x</p>"


def test_a_page_is_the_same_bytes_whatever_the_choice_cookie(
    client, settings, publish_now
):
    """C37."""
    call_command("demo", verbosity=0)
    publish_now()
    settings.DEBUG = False
    plain = client.get("/decouvrir/").content
    assert b"cookie-banner" in plain
    now = int(time.time())
    answers = [f"&statistics={yes}&video={no}" for yes in (0, 1) for no in (0, 1)]
    values = [f"terms=1&at={now}{pair}" for pair in ["", "&video=1", *answers]]
    values += ["garbage", "x" * 4000, "terms=1&at=1&video=1", f"terms=9&at={now}"]
    assert len(values) == 10
    for value in values:
        client.cookies["cookies_preferences"] = value
        response = client.get("/decouvrir/")
        assert response.content == plain
        assert not response.cookies
        assert "Vary" not in response.headers


def test_error_pages_have_it_too(client, published):
    """C17."""
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert b"cookie-banner" in response.content
    client.raise_request_exception = False
    assert (
        b"cookie-banner"
        in Template("{% extends '500.html' %}").render(Context()).encode()
    )


def test_the_script_is_told_how_long_and_what_it_may_ask(publish_now):
    """C22, S1: seconds; 1 where consent is needed, 2 more where the browser may refuse."""
    make_site_content()
    make_purpose("video", refused_by_browser=True)
    publish_now()
    told = soup("{% cookie_banner %}").find(id="cookie-banner")
    assert told["data-age"] == "15724800"
    assert json.loads(told["data-purposes"]) == {"statistics": 1, "video": 3}
