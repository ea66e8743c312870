"""The four cookies of the charter are what the demo sets, each by its own function only."""

import json

import pytest
from django.test import Client
from wagtail.models import Site

from cookie_pages.models import Cookie
from cookie_pages.notices.publish import publish_notice

pytestmark = pytest.mark.django_db
DECLARED = {"sessionid", "django_language", "csrftoken", "cookies_preferences"}


@pytest.fixture
def visitor(demo_content, django_user_model):
    publish_notice(Site.objects.get())
    django_user_model.objects.create_user("lise", password="une phrase longue")
    return Client(enforce_csrf_checks=True)


def names(client):
    return set(client.cookies)


def log_in(client, address="/connexion/"):
    token = client.get(address).cookies["csrftoken"].value
    data = {
        "username": "lise",
        "password": "une phrase longue",
        "csrfmiddlewaretoken": token,
    }
    return client.post(address, data)


def test_the_charter_declares_these_four(visitor):
    exempt = Cookie.objects.filter(
        purpose__needs_consent=False, locale__language_code="fr"
    )
    assert set(exempt.values_list("name", flat=True)) == DECLARED


def test_a_form_sets_csrftoken_and_reading_does_not(visitor):
    visitor.get("/")
    visitor.get("/charte-cookies/")
    visitor.get("/cookies/")
    visitor.get("/api/v2/pages/")
    assert names(visitor) == set()
    visitor.get("/connexion/")
    assert names(visitor) == {"csrftoken"}


def test_a_call_to_the_api_needs_csrftoken_and_gets_it(visitor):
    def ask(**headers):
        data = json.dumps({"words": "plateforme"})
        return visitor.post("/api/v2/query/", data, "application/json", headers=headers)

    assert ask().status_code == 403
    token = visitor.get("/api/v2/query/").cookies["csrftoken"].value
    answer = ask(**{"X-CSRFToken": token})
    assert [item["title"] for item in answer.json()["items"]] == [
        "Découvrir la plateforme"
    ]
    assert names(visitor) == {"csrftoken"}


@pytest.mark.parametrize(
    "body", ["{", "[]", '{"words": 1}', '{"words": "' + "x" * 300 + '"}']
)
def test_a_wrong_call_to_the_api_is_400(visitor, body):
    client = Client()
    assert client.post("/api/v2/query/", body, "application/json").status_code == 400


@pytest.mark.parametrize("address", ["/connexion/", "/admin/login/"])
def test_logging_in_sets_sessionid_and_the_next_page_remembers(visitor, address):
    log_in(visitor, address)
    assert names(visitor) == {"csrftoken", "sessionid"}
    response = visitor.get("/")
    assert "lise" in response.content.decode()
    assert response["Cache-Control"] == "private"


def test_a_wrong_password_sets_no_session(visitor):
    token = visitor.get("/connexion/").cookies["csrftoken"].value
    data = {"username": "lise", "password": "no", "csrfmiddlewaretoken": token}
    assert visitor.post("/connexion/", data).status_code == 200
    assert names(visitor) == {"csrftoken"}


def test_the_switch_sets_django_language_and_leads_to_the_translation(visitor):
    response = visitor.post(
        "/langue/", {"language": "en", "next": "/en/cookie-charter/"}
    )
    assert (response.status_code, response["Location"]) == (303, "/en/cookie-charter/")
    assert names(visitor) == {"django_language"}


@pytest.mark.parametrize(
    "address, english",
    [("/connexion/", "Log in"), ("/cookies/", "Reject"), ("/admin/login/", "Sign in")],
)
def test_the_language_is_remembered_where_the_address_carries_none(
    visitor, address, english
):
    assert english not in visitor.get(address).content.decode()
    visitor.post("/langue/", {"language": "en", "next": "/en/"})
    assert english in visitor.get(address).content.decode()


def test_a_pages_language_follows_its_path_alone(visitor):
    visitor.post("/langue/", {"language": "en", "next": "/en/"})
    assert '<html lang="fr">' in visitor.get("/charte-cookies/").content.decode()


@pytest.mark.parametrize(
    "data, headers, status",
    [
        ({"language": "xx"}, {}, 400),
        ({}, {}, 400),
        ({"language": "en"}, {"Origin": "https://evil.example"}, 403),
        ({"language": "en"}, {"Sec-Fetch-Site": "cross-site"}, 403),
    ],
)
def test_a_wrong_switch_changes_nothing(visitor, data, headers, status):
    assert visitor.post("/langue/", data, headers=headers).status_code == status
    assert names(visitor) == set()


def test_the_switch_never_leads_to_another_site(visitor):
    response = visitor.post(
        "/langue/", {"language": "en", "next": "https://evil.example/"}
    )
    assert response["Location"] == "/"


def test_a_choice_sets_cookies_preferences(visitor):
    page = visitor.get("/cookies/").content.decode()
    from bs4 import BeautifulSoup

    form = BeautifulSoup(page, "html.parser").main.form
    data = {item["name"]: item["value"] for item in form.select("[type=hidden]")}
    visitor.post("/cookies/consent/", data | {"all": "0"})
    assert names(visitor) == {"cookies_preferences"}


def test_logging_in_leaves_the_choice_alone(visitor):
    """C11."""
    visitor.cookies["cookies_preferences"] = "terms=1&at=1&statistics=0&video=0"
    log_in(visitor)
    assert (
        visitor.cookies["cookies_preferences"].value
        == "terms=1&at=1&statistics=0&video=0"
    )
