"""Runs inside a site that has the module: does what its editors and its visitors do.

An argument such as ``home.Charter`` names the site's own page that is a charter.
"""

import json
import sys
import uuid

import django

django.setup()

from django.apps import apps  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import get_script_prefix, reverse  # noqa: E402
from wagtail.models import Locale, Site  # noqa: E402

from cookie_pages.admin import reports  # noqa: E402
from cookie_pages.models import (  # noqa: E402
    ConsentBanner,
    ConsentRecord,
    Cookie,
    CookieSettings,
    Provider,
    Purpose,
)


def publish(item):
    item.save()
    item.save_revision().publish()
    return item


def write(charter_name):
    """What an editor declares: a purpose with a cookie, a banner, a charter."""
    locale = Locale.get_default()
    purpose = publish(
        Purpose(
            name="Statistics", slug="statistics", description="Count.", locale=locale
        )
    )
    provider = publish(
        Provider(name="Counter", role="processor", country="FR", locale=locale)
    )
    cookie = publish(
        Cookie(
            name="_count",
            purpose=purpose,
            provider=provider,
            service="Counting",
            finality="Tells visits apart",
            locale=locale,
        )
    )
    publish(ConsentBanner(heading="Your choice", locale=locale))
    charter = apps.get_model(charter_name)
    page = charter(title="Cookies", slug="charter", introduction="<p>What we use</p>")
    page.body = json.dumps([{"type": "cookie_table", "value": {"purposes": []}}])
    rows = charter._meta.get_field("charter_rows").related_model
    page.charter_rows = [rows(cookie=cookie)]
    site = Site.objects.get(is_default_site=True)
    site.root_page.specific.add_child(instance=page)
    page.save_revision().publish()
    return page


def admin_addresses(page):
    for model in (Purpose, Provider, Cookie, ConsentBanner):
        views = model.snippet_viewset
        yield reverse(views.get_url_name("list"))
        yield reverse(views.get_url_name("add"))
        item = model.objects.first()
        for view in ("edit", "usage", "history", "delete"):
            yield reverse(views.get_url_name(view), args=[item.pk])
    for view in reports.REPORTS.values():
        yield reverse(view.index_url_name)
    yield reverse(
        "wagtailsettings:edit",
        args=["cookie_pages", "cookiesettings", page.get_site().pk],
    )
    yield reverse("wagtailadmin_pages:edit", args=[page.pk])
    yield reverse("wagtailadmin_home")


def opens(client, address):
    response = client.get(
        address.removeprefix(get_script_prefix().rstrip("/")), follow=True
    )
    assert response.status_code == 200, (address, response.status_code)
    return response.content.decode()


def main(charter_name="cookie_pages.CookieCharterPage"):
    page = write(charter_name)
    User = get_user_model()
    fields = dict.fromkeys([User.USERNAME_FIELD, *User.REQUIRED_FIELDS], "boss")
    user = User.objects.create_superuser(
        **{
            name: "boss@example.org" if "mail" in name else value
            for name, value in fields.items()
        },
        password=str(uuid.uuid4()),
    )
    editor, visitor = Client(), Client()
    editor.force_login(user)
    for address in admin_addresses(page):
        opens(editor, address)
    home = opens(visitor, "/")
    assert 'id="cookie-banner"' in home, "no banner on the home page"
    assert "data-cookie-preferences" in home, "no button in the footer"
    preferences = opens(visitor, reverse("cookie_pages:preferences"))
    assert "_count" in preferences
    charter = opens(visitor, page.get_url() or "/charter/")
    assert "_count" in charter and "Counter" in charter, "the charter has no table"
    address = reverse("cookie_pages:notice").removeprefix(
        get_script_prefix().rstrip("/")
    )
    notice = visitor.get(address).json()
    choice = {
        "record": str(uuid.uuid4()),
        "terms": notice["terms"],
        "notice": notice["number"],
        "choices": {"statistics": False},
        "method": "banner",
        "language": notice["language"],
    }
    address = reverse("cookie_pages:consent").removeprefix(
        get_script_prefix().rstrip("/")
    )
    answer = visitor.post(address, json.dumps(choice), content_type="application/json")
    assert answer.status_code == 201, (answer.status_code, answer.content)
    assert ConsentRecord.objects.count() == 1
    assert CookieSettings.for_site(Site.objects.get(is_default_site=True))
    print("it works")


main(*sys.argv[1:])
