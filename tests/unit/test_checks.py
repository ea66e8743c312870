"""Each system check says what is wrong with the set-up, and what to do about it."""

from types import SimpleNamespace

import pytest
from django.core.checks import run_checks
from wagtail.blocks import (
    ListBlock,
    RawHTMLBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
)
from wagtail.fields import StreamField

from cookie_pages.checks import set_up, templates


def ids():
    return {message.id for message in run_checks() if message.id.startswith("cookie")}


def test_the_demo_is_set_up_as_it_should_be():
    assert ids() == set()


def test_a_setting_that_cannot_be_is_said(settings):
    settings.COOKIE_PAGES_CHOICE_DAYS = "six months"
    assert ids() == {"cookie_pages.E001"}


@pytest.mark.parametrize(
    "names, wrong",
    [
        (["cookie_pages", "wagtail.embeds"], False),
        (["wagtail.embeds", "cookie_pages"], True),
        (["cookie_pages"], False),
    ],
)
def test_embeds_are_gated_only_from_above(monkeypatch, names, wrong):
    """C39."""
    configs = [SimpleNamespace(name=name) for name in names]
    monkeypatch.setattr(set_up.apps, "get_app_configs", lambda: configs)
    assert bool(set_up.check_app_order(None)) == wrong


@pytest.mark.parametrize(
    "block, wrong",
    [
        (RawHTMLBlock(), True),
        (ListBlock(StructBlock([("html", RawHTMLBlock())])), True),
        (StreamBlock([("text", RichTextBlock())]), False),
    ],
)
def test_a_block_of_raw_html_is_said(monkeypatch, block, wrong):
    """C39."""
    field = StreamField([("block", block)])
    meta = SimpleNamespace(get_fields=lambda: [field])
    models = [SimpleNamespace(_meta=meta)]
    monkeypatch.setattr(templates.apps, "get_models", lambda: models)
    found = [warning.id for warning in templates.check_raw_html(None)]
    assert found == (["cookie_pages.W001"] if wrong else [])


def test_countries_without_their_app_are_said(monkeypatch):
    monkeypatch.setattr(set_up.apps, "is_installed", lambda name: False)
    assert [error.id for error in set_up.check_countries(None)] == ["cookie_pages.E005"]


def test_addresses_in_no_urlconf_are_said(settings):
    settings.ROOT_URLCONF = "django.contrib.auth.urls"
    assert [error.id for error in set_up.check_urls(None)] == ["cookie_pages.E003"]


def test_a_ledger_without_its_router_is_said(settings):
    settings.DATABASES = {**settings.DATABASES, "ledger": {}}
    settings.COOKIE_PAGES_LEDGER_DATABASE = "ledger"
    settings.DATABASE_ROUTERS = []
    assert [error.id for error in set_up.check_ledger(None)] == ["cookie_pages.E004"]
    settings.COOKIE_PAGES_LEDGER_DATABASE = "nowhere"
    assert set_up.check_ledger(None) == []


@pytest.mark.parametrize("value", [-1, 11, True, "10.0.0.1", ["here"], 1.5, [None]])
def test_trusted_proxies_are_a_number_or_addresses(settings, value):
    settings.COOKIE_PAGES_TRUSTED_PROXIES = value
    assert ids() == {"cookie_pages.E001"}
