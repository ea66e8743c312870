"""One choice for the hosts of a domain, where they ask for the same."""

import json
import time
import uuid

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from wagtail.models import Site

from cookie_pages.checks.content import check_shared_domain
from cookie_pages.models import AccountChoice, ConsentBanner, CookieSettings
from cookie_pages.notices.publish import publish_notice
from tests.factories import make_purpose, make_site_content

pytestmark = pytest.mark.django_db
NAME = "cookies_preferences"
WWW = "www.example.org"


@pytest.fixture(autouse=True)
def shared(settings):
    settings.COOKIE_PAGES_COOKIE_DOMAIN = "example.org"
    settings.ALLOWED_HOSTS = ["*"]
    make_site_content()
    Site.objects.update(hostname=WWW)
    publish_notice(Site.objects.get())


def place(client, host):
    page = BeautifulSoup(
        client.get("/connexion/", headers={"host": host}).content, "html.parser"
    )
    return page.select_one("#cookie-banner")["data-place"]


def choose(client, host, cookie="", **cookies):
    body = {
        "record": str(uuid.uuid4()),
        "terms": 1,
        "notice": 1,
        "choices": {"statistics": True},
        "method": "banner",
        "language": "fr",
    }
    values = cookie or "; ".join(f"{NAME}={value}" for value in cookies.values())
    return client.post(
        "/cookies/consent/",
        json.dumps(body),
        "application/json",
        headers={"host": host, "cookie": values, "sec-fetch-site": "same-origin"},
    )


@pytest.mark.parametrize("host", [WWW, "example.org", "data.example.org:8000"])
def test_the_banner_names_the_domain(client, host):
    assert place(client, host) == ";Path=/;Domain=example.org"


@pytest.mark.parametrize(
    "host", ["localhost", "notexample.org", "example.org.evil.test"]
)
def test_a_host_elsewhere_keeps_its_own(client, host):
    assert place(client, host) == ";Path=/"


def test_the_server_sets_it_and_takes_the_old_one_away(client):
    now = int(time.time())
    old = f"terms=1&at={now - 60}&statistics=0"
    new = f"terms=1&at={now}&statistics=1"
    response = choose(client, WWW, old=old, new=new)
    assert response.status_code == 201
    kept, *gone = [morsel for morsel in response.cookies.values() if morsel.key == NAME]
    assert (kept.value, kept["domain"], kept["path"]) == (new, "example.org", "/")
    places = {(morsel["domain"], morsel["path"]) for morsel in gone}
    assert ("", "/") in places
    assert ("example.org", "/") not in places
    assert all(morsel["max-age"] == 0 for morsel in gone)


def test_visitors_are_told(client):
    page = client.get("/connexion/", headers={"host": WWW}).content.decode()
    assert "Elle vaut sur tous les sites de example.org." in page


def test_another_site_that_asks_for_the_same_shares_it(client):
    other = other_site()
    publish_notice(other)
    assert place(client, WWW).endswith(";Domain=example.org")
    assert place(client, other.hostname).endswith(";Domain=example.org")
    assert check_shared_domain(None, ["default"]) == []


def test_another_site_that_asks_for_something_else_shares_nothing(client):
    other = other_site()
    make_purpose("video", sites=[other.pk])
    publish_notice(other)
    assert place(client, WWW) == ";Path=/"
    assert place(client, other.hostname) == ";Path=/"
    (warning,) = check_shared_domain(None, ["default"])
    assert "data.example.org, www.example.org" in warning.msg


def test_an_account_shares_it_too(client, settings):
    """Kept once for the sites that share it; neither takes the other's back."""
    settings.COOKIE_PAGES_ACCOUNTS = True
    other = other_site()
    publish_notice(other)
    user = get_user_model().objects.create_user("lea")
    client.force_login(user)
    client.get("/cookies/account/", headers={"host": WWW})
    value = f"terms=1&at={int(time.time())}&statistics=1"
    client.cookies[f"{NAME}_account"] = value
    cookies = client.cookies.output(header="", sep=";").strip()
    response = choose(client, WWW, cookie=cookies)
    assert response.cookies[f"{NAME}_account"]["domain"] == "example.org"
    (kept,) = AccountChoice.objects.all()
    assert kept.answers == {"statistics": True}
    for host in (WWW, other.hostname):
        response = client.get("/cookies/account/", headers={"host": host})
        assert response.json()["logged_in"]
        assert f"{NAME}_account" not in response.cookies


def other_site():
    site = Site.objects.get()
    other = Site.objects.create(hostname="data.example.org", root_page=site.root_page)
    CookieSettings.objects.update_or_create(
        site=other, defaults={"banner": ConsentBanner.objects.get()}
    )
    return other


def test_without_the_setting_nothing_is_shared(client, settings):
    del settings.COOKIE_PAGES_COOKIE_DOMAIN
    publish_notice(Site.objects.get())
    assert place(client, WWW) == ";Path=/"
    page = client.get("/connexion/", headers={"host": WWW}).content.decode()
    assert "tous les sites" not in page


def test_a_site_of_every_host_shares_it_too(client):
    Site.objects.update(hostname="localhost")
    publish_notice(Site.objects.get())
    assert place(client, WWW).endswith(";Domain=example.org")
