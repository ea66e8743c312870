"""A choice that goes with an account (C41 to C44), without a browser."""

import json
import time
import uuid
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from cookie_pages.checks.set_up import check_accounts
from cookie_pages.models import AccountChoice, ConsentRecord

pytestmark = pytest.mark.django_db
NAME = "cookies_preferences"
ACCOUNT = f"{NAME}_account"
LOGIN = {"username": "lea", "password": "pass-word-1"}


@pytest.fixture(autouse=True)
def accounts(settings, notice):
    settings.COOKIE_PAGES_ACCOUNTS = True
    get_user_model().objects.create_user(**LOGIN)


@pytest.fixture
def device():
    def device(logged_in=True):
        client = Client()
        if logged_in:
            assert client.post("/connexion/", LOGIN).status_code == 302
        return client

    return device


def held(client, name=ACCOUNT):
    return client.cookies[name].value if name in client.cookies else None


def choose(client, statistics, method="banner", status=201):
    """As the script does: the cookie first, then what is sent."""
    is_in = held(client) not in (None, "-in=0")
    answers = {"statistics": statistics, "video": statistics}
    pairs = "&".join(f"{slug}={int(yes)}" for slug, yes in answers.items())
    client.cookies[ACCOUNT if is_in else NAME] = (
        f"terms=1&at={int(time.time())}&{pairs}"
    )
    body = {
        "record": str(uuid.uuid4()),
        "terms": 1,
        "notice": 1,
        "choices": answers,
        "method": method,
        "language": "fr",
    }
    response = client.post("/cookies/consent/", json.dumps(body), "application/json")
    assert response.status_code == status
    return response


def ask(client):
    return client.get("/cookies/account/?language=fr").json()


@pytest.mark.parametrize("first", [True, False])
def test_accept_refuse_and_withdraw_have_the_same_reach(device, first):
    """C42."""
    one, two = device(), device()
    choose(one, first)
    assert f"statistics={int(first)}" not in held(two)
    ask(two)
    assert f"statistics={int(first)}&video={int(first)}" in held(two)
    choose(two, not first, "preferences" if not first else "withdrawal")
    ask(one)
    assert f"statistics={int(not first)}" in held(one)


def test_who_isnt_logged_in_meets_nothing_of_it(device):
    """C41."""
    choose(device(), True)
    other = device(logged_in=False)
    assert ask(other) == {"logged_in": False, "text": ""}
    assert held(other) is None
    assert held(other, NAME) is None


def test_what_the_device_held_stays_and_comes_back(device):
    """C44."""
    choose(device(), True)
    two = device(logged_in=False)
    choose(two, False)
    before = held(two, NAME)
    two.post("/connexion/", LOGIN)
    assert "statistics=1" in held(two)
    assert "celle de votre compte vaut" in ask(two)["text"]
    choose(two, True, "preferences")
    assert held(two, NAME) == before
    two.post("/deconnexion/")
    assert held(two) == "-in=0"
    assert held(two, NAME) == before


def test_a_new_device_is_told_once(device):
    """C43."""
    choose(device(), True)
    two = device()
    assert "La réponse de votre compte vaut sur cet appareil" in ask(two)["text"]
    assert ask(two)["text"] == ""
    two.post("/deconnexion/")
    two.post("/connexion/", LOGIN)
    assert "statistics=1" in held(two)
    assert ask(two)["text"] == ""


def test_the_end_of_a_session_is_noticed(device):
    one = device()
    choose(one, True)
    one.session.flush()
    assert ask(one)["logged_in"] is False
    assert held(one) == "-in=0"


def test_its_cookie_lasts_no_longer_than_the_session(device, settings):
    settings.SESSION_COOKIE_AGE = 3600
    one = device()
    choose(one, True)
    assert one.cookies[ACCOUNT]["max-age"] == 3600
    settings.SESSION_EXPIRE_AT_BROWSER_CLOSE = True
    two = device()
    assert two.cookies[ACCOUNT]["max-age"] == ""


def test_it_is_kept_by_its_day_and_apart_from_the_records(device):
    choose(device(), True)
    (kept,) = AccountChoice.objects.values()
    assert set(kept) == {"id", "user_id", "site_key", "terms", "chosen_on", "answers"}
    (record,) = ConsentRecord.objects.values()
    assert not {"user", "user_id", "account"} & set(record)


def test_one_device_may_differ_on_request(device):
    """C44: until its holder logs out there."""
    one, two = device(), device()
    choose(one, True)
    page = BeautifulSoup(two.get("/cookies/").content, "html.parser")
    assert "Vous êtes connecté" in page.main.get_text()
    form = {item["name"]: item["value"] for item in page.select("[type=hidden]")}
    two.post("/cookies/consent/", form | {"all": "0", "-device": "1"})
    assert "statistics=0" in held(two)
    ask(one), ask(two)
    assert "statistics=1" in held(one)
    assert "statistics=0" in held(two)
    two.post("/deconnexion/")
    two.post("/connexion/", LOGIN)
    assert "statistics=1" in held(two)


def test_the_server_obeys_the_choice_that_holds(device):
    one = device()
    choose(one, True)
    two = device(logged_in=False)
    choose(two, False)
    two.post("/connexion/", LOGIN)
    choices = two.get("/cookies/receipt.json").json()["choices"]
    assert choices == {"statistics": True, "video": True}


def test_pages_that_know_nobody_ask_for_no_session(device):
    response = device(logged_in=False).get("/connexion/")
    assert ACCOUNT not in response.cookies
    shown = BeautifulSoup(response.content, "html.parser")
    assert shown.select_one("[data-cookie-account]").has_attr("hidden")


def test_an_old_choice_asks_again_and_is_pruned(device):
    one = device()
    choose(one, True)
    AccountChoice.objects.update(chosen_on=timezone.now() - timedelta(days=200))
    two = device()
    assert held(two) == "-in=1"
    call_command("prune_consent_records", verbosity=0)
    assert not AccountChoice.objects.exists()


def test_nothing_of_it_without_the_setting(device, settings):
    settings.COOKIE_PAGES_ACCOUNTS = False
    one = device()
    assert held(one) is None
    assert one.get("/cookies/account/").status_code == 404
    choose(one, True)
    assert not AccountChoice.objects.exists()
    page = one.get("/connexion/").content.decode()
    assert "data-cookie-account" not in page
    assert "account.js" not in page


def test_a_site_without_the_middleware_is_told(settings):
    assert check_accounts(None) == []
    settings.MIDDLEWARE = [
        name for name in settings.MIDDLEWARE if "Account" not in name
    ]
    (error,) = check_accounts(None)
    assert error.id == "cookie_pages.E012"


def test_a_database_that_cannot_is_a_clear_503_and_is_asked_again(device, monkeypatch):
    def fail(*args, **kwargs):
        raise OperationalError("full")

    one = device()
    with monkeypatch.context() as broken:
        broken.setattr(AccountChoice.objects, "update_or_create", fail)
        response = choose(one, True, status=503)
        assert "ne peut pas être" in response.json()["detail"]
    choose(one, True)
    assert AccountChoice.objects.get().answers["statistics"] is True


def test_a_deleted_user_leaves_no_choice(device):
    choose(device(), True)
    get_user_model().objects.get(username="lea").delete()
    assert not AccountChoice.objects.exists()
