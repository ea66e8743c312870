"""Each mistake of who installs the module is told by ``check``, with what to do about it."""

import pytest

from .bare import Failed


def said(site, *options):
    try:
        return site.manage("check", *options)
    except Failed as error:
        return str(error)


def move(name, where):
    """``name`` out of the list and, as ``where`` says, in again."""
    return (
        f"INSTALLED_APPS = [app for app in INSTALLED_APPS if app != '{name}']\n"
        f"INSTALLED_APPS {where}"
    )


MISTAKES = {
    "E001": "COOKIE_PAGES_CHOICE_DAYS = 'six months'",
    "E002": move("cookie_pages", "+= ['cookie_pages']"),
    "E004": "COOKIE_PAGES_LEDGER_DATABASE = 'other'\n"
    "DATABASES['other'] = DATABASES['default']",
    "E005": move("django_countries", "+= []"),
    "E006": move("wagtail.contrib.settings", "+= []"),
    "E008": "INSTALLED_APPS.append('cookie_pages.themes.dsfr')",
    "E009": "COOKIE_PAGES_CHOICES_DAYS = 30",
    "E011": "COOKIE_PAGES_BASE_TEMPLATE = 'layout.html'",
}
REMEDIES = {
    "E001": "whole number of days",
    "E002": "Move 'cookie_pages' above 'wagtail.embeds'",
    "E004": "LedgerRouter",
    "E005": "Add 'django_countries'",
    "E006": "Add 'wagtail.contrib.settings'",
    "E008": "above 'cookie_pages'",
    "E009": "Did you mean COOKIE_PAGES_CHOICE_DAYS?",
    "E011": "that the site's pages extend",
}


@pytest.mark.parametrize("number", MISTAKES)
def test_in_the_settings(site, number):
    site.add(MISTAKES[number])
    told = said(site)
    assert f"cookie_pages.{number}" in told
    assert REMEDIES[number] in told


def test_without_addresses(site):
    site.replace('path("cookies/", include("cookie_pages.urls")),', "", site.urls)
    assert "cookie_pages.E003" in said(site)


def test_addresses_below_wagtails_own(site):
    site.add("urlpatterns.append(urlpatterns.pop(0))", site.urls)
    told = said(site)
    assert "cookie_pages.E007" in told
    assert "above the addresses that take any path" in told


def test_an_embed_template_without_the_gate(site):
    path = site.folder / "mysite/templates/wagtailembeds/embed_frontend.html"
    site.add("{{ embed.html|safe }}", path)
    told = said(site)
    assert "cookie_pages.E010" in told
    assert "gated_embed" in told


def test_no_banner_in_any_template(site):
    site.replace("{% cookie_banner %}", "", site.base)
    told = said(site)
    assert "cookie_pages.W004" in told
    assert "first thing in <body>" in told


def test_nothing_published_yet(site):
    told = said(site, "--database", "default")
    assert "cookie_pages.W003" in told
    assert "Publish a banner" in told
