import re

import pytest
from django.core.exceptions import ImproperlyConfigured

from cookie_pages import conf
from cookie_pages.checks import set_up


def test_the_choice_cookie_has_an_explicit_name_by_default():
    """C33."""
    assert conf.cookie_name() == "cookies_preferences"


@pytest.mark.parametrize("value", ["", "a b", "a=b", "é", "x" * 65, None, 3])
def test_a_name_that_no_cookie_can_have_is_refused_by_name(settings, value):
    settings.COOKIE_PAGES_COOKIE_NAME = value
    with pytest.raises(ImproperlyConfigured, match="COOKIE_PAGES_COOKIE_NAME"):
        conf.cookie_name()


def test_a_choice_holds_six_months_by_default():
    """C22."""
    assert 180 <= conf.choice_days() <= 184


@pytest.mark.parametrize("value", [0, -1, 396, True, "182", 1.5])
def test_a_duration_that_is_no_number_of_days_is_refused(settings, value):
    settings.COOKIE_PAGES_CHOICE_DAYS = value
    with pytest.raises(ImproperlyConfigured, match="COOKIE_PAGES_CHOICE_DAYS"):
        conf.choice_days()


def test_settings_are_read_at_call_time(settings):
    settings.COOKIE_PAGES_COOKIE_NAME = "eu-consent"
    assert conf.cookie_name() == "eu-consent"


def test_the_ledger_is_beside_the_pages_by_default():
    assert conf.ledger_database() == "default"


def test_a_ledger_in_a_database_that_is_not_there_is_refused_by_name(settings):
    settings.COOKIE_PAGES_LEDGER_DATABASE = "elsewhere"
    with pytest.raises(ImproperlyConfigured, match="COOKIE_PAGES_LEDGER_DATABASE"):
        conf.ledger_database()


def test_a_ledger_without_its_router_is_an_error_at_the_start(settings, monkeypatch):
    monkeypatch.setitem(settings.DATABASES, "ledger", settings.DATABASES["default"])
    assert set_up.check_ledger(None) == []
    settings.COOKIE_PAGES_LEDGER_DATABASE = "ledger"
    (error,) = set_up.check_ledger(None)
    assert "LedgerRouter" in error.hint


ODD = [
    None,
    True,
    -1,
    1.5,
    10**30,
    "",
    "é\0",
    b"x",
    [],
    [[]],
    [None],
    {},
    {1: 2},
    set(),
    object(),
]


@pytest.mark.parametrize("setting", conf.ALL, ids=lambda setting: setting.__name__)
@pytest.mark.parametrize("value", ODD, ids=lambda value: type(value).__name__)
def test_whatever_is_given_the_error_names_the_setting(settings, setting, value):
    name = re.match(r"``(\w+)``", setting.__doc__)[1]
    setattr(settings, name, value)
    try:
        setting()
    except ImproperlyConfigured as error:
        assert name in str(error)
