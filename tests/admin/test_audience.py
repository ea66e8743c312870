"""Audience measurement is exempt only when every condition is ticked and justified (C28)."""

import pytest

from cookie_pages.models import Purpose
from tests.admin.test_declarations import purpose_data, url

pytestmark = pytest.mark.django_db


def data(**kwargs):
    values = purpose_data(measures_audience="on", audience_reason="Sur ce serveur.")
    values["audience_data_months"] = "25"
    values |= dict.fromkeys(Purpose.CONDITIONS, "on")
    del values["needs_consent"]
    return values | kwargs | {"action-publish": "1"}


def test_it_is_published_when_all_is_ticked_and_justified(editor):
    editor.post(url(Purpose, "add"), data())
    assert Purpose.objects.get().can_be_refused


@pytest.mark.parametrize("name", Purpose.CONDITIONS)
def test_one_condition_less_and_it_needs_consent(editor, name):
    values = data()
    del values[name]
    response = editor.post(url(Purpose, "add"), values)
    assert list(response.context["form"].errors) == [name]
    assert "demande un consentement" in str(response.context["form"].errors)


@pytest.mark.parametrize("months", ["", "0", "26"])
def test_its_data_is_kept_25_months_at_most(editor, months):
    """C29."""
    response = editor.post(url(Purpose, "add"), data(audience_data_months=months))
    assert list(response.context["form"].errors) == ["audience_data_months"]


def test_it_says_how(editor):
    response = editor.post(url(Purpose, "add"), data(audience_reason=" "))
    assert list(response.context["form"].errors) == ["audience_reason"]


def test_it_does_not_need_consent_at_the_same_time(editor):
    response = editor.post(url(Purpose, "add"), data(needs_consent="on"))
    assert list(response.context["form"].errors) == ["measures_audience"]


def test_googles_signals_are_ticked_and_kept(editor):
    values = purpose_data(google_consent_types=["ad_storage", "analytics_storage"])
    editor.post(url(Purpose, "add"), values | {"action-publish": "1"})
    assert Purpose.objects.get().google_consent_types == [
        "ad_storage",
        "analytics_storage",
    ]
    response = editor.post(
        url(Purpose, "add"), purpose_data(slug="x", google_consent_types=["evil"])
    )
    assert "google_consent_types" in response.context["form"].errors
