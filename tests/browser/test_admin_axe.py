"""The admin's pages that the module adds hold Wagtail's own level: axe finds nothing there that
it doesn't find on a page of Wagtail itself of the same kind."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect
from wagtail.models import Page

from cookie_pages.models import ConsentBanner, ConsentNotice, Purpose

from .test_axe import violations

# Ours, beside Wagtail's own of its kind.
KINDS = {
    "list": "wagtailusers_users:index",
    "form": "wagtailadmin_pages:edit",
    "report": "wagtailadmin_reports:site_history",
}
# Our lists open with a filter, that of the language.
QUERIES = {"list": "?is_superuser=true"}
# What Wagtail's own template of a kind has, whatever the model: no heading on a snippet's form.
KNOWN = {"form": {"page-has-heading-one"}}


@pytest.fixture
def editor(demo, visit):
    """A visitor logged in to the admin, in French."""
    user = get_user_model().objects.create_superuser("chef", "c@example.org", "secret")
    client = Client()
    client.force_login(user)
    visitor = visit()
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    cookie = {"name": "sessionid", "value": session, "url": visitor.home}
    visitor.context.add_cookies([cookie])
    return visitor


def ours():
    banner = ConsentBanner.objects.filter(locale__language_code="fr").first()
    purpose = Purpose.objects.filter(locale__language_code="fr").first()
    snippet = "wagtailsnippets_cookie_pages_"
    return {
        "purposes": ("list", reverse(f"{snippet}purpose:list")),
        "purpose": ("form", reverse(f"{snippet}purpose:edit", args=[purpose.pk])),
        "banner": ("form", reverse(f"{snippet}consentbanner:edit", args=[banner.pk])),
        "notices": ("report", reverse("cookie_pages_notices")),
        "notice": ("report", ConsentNotice.objects.last()),
        "records": ("report", reverse("cookie_pages_records")),
        "seen": ("report", reverse("cookie_pages_seen")),
        "overview": ("report", reverse("cookie_pages_overview")),
        "advice": ("report", reverse("cookie_pages_advice")),
        "exchange": ("report", reverse("cookie_pages_exchange")),
    }


def found(visitor, address):
    visitor.open(address)
    expect(visitor.page.locator("main, [role=main]").first).to_be_visible()
    visitor.page.wait_for_timeout(500)
    rules = violations(visitor.page)
    visitor.errors.clear()  # Wagtail's own admin isn't what is measured here.
    return dict(rules)


@pytest.mark.parametrize(
    "name",
    [
        "purposes",
        "purpose",
        "banner",
        "notices",
        "notice",
        "records",
        "seen",
        "overview",
        "advice",
        "exchange",
    ],
)
def test_there_is_nothing_that_wagtails_own_pages_do_not_have(editor, name):
    kind, address = ours()[name]
    if not isinstance(address, str):
        address = reverse("cookie_pages_notice", args=[address.pk])
    pages = [Page.objects.get(slug="decouvrir").pk] if kind == "form" else []
    wagtails = found(editor, reverse(KINDS[kind], args=pages) + QUERIES.get(kind, ""))
    known = KNOWN.get(kind, set()) | set(wagtails)
    more = found(editor, address)
    assert {rule: nodes for rule, nodes in more.items() if rule not in known} == {}
