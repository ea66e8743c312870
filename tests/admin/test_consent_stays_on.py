"""No form switches consent off: each way is refused at its field, with its source (C26 to C30)."""

import pytest
from django.db import IntegrityError

from cookie_pages.models import Cookie, CookieSettings, Provider, Purpose
from tests.admin.test_declaration_rules import errors
from tests.admin.test_declarations import cookie_data, provider_data, url
from tests.factories import (
    make_cookie,
    make_exempt_purpose,
    make_provider,
    make_purpose,
)

pytestmark = pytest.mark.django_db


def exempt_cookie(**kwargs):
    values = {"purpose": make_exempt_purpose().pk, "exemption_class": "2"}
    return cookie_data(**values, exemption_reason="Sans lui, rien ne va.") | kwargs


def test_an_exempt_purpose_is_not_that_of_embeds(editor):
    purpose = make_exempt_purpose()
    hosts = {"embed_hosts": "www.example.org", "embed_purpose": purpose.pk}
    refused = errors(editor, Provider, provider_data(**hosts))
    assert "art. 82" in refused["embed_purpose"][0]["message"]


def test_nor_is_it_that_of_the_other_embeds():
    refused = CookieSettings(embed_purpose=make_exempt_purpose())
    with pytest.raises(Exception, match="art. 82"):
        refused.clean()


def test_nor_does_the_purpose_of_embeds_become_exempt(editor):
    purpose = make_purpose()
    make_provider(embed_hosts="www.example.org", embed_purpose=purpose)
    purpose.needs_consent = False
    with pytest.raises(Exception, match="needs_consent"):
        purpose.full_clean()


def test_class_7_is_for_exempt_audience_measurement(editor):
    refused = errors(editor, Cookie, exempt_cookie(exemption_class="7"))
    assert "par. 50-52" in refused["exemption_class"][0]["message"]


@pytest.mark.parametrize(
    "kept, fine",
    [
        (("duration", "13", "month"), True),
        (("duration", "14", "month"), False),
        (("duration", "2", "year"), False),
        (("duration", "397", "day"), False),
        (("until_deleted", "", ""), False),
    ],
)
def test_it_keeps_nothing_beyond_13_months(editor, kept, fine):
    purpose = make_exempt_purpose("audience", measures_audience=True)
    names = ("retention_kind", "retention_value", "retention_unit")
    data = exempt_cookie(
        purpose=purpose.pk, exemption_class="7", **dict(zip(names, kept, strict=True))
    )
    response = editor.post(url(Cookie, "add"), data | {"action-publish": "1"})
    assert (response.status_code == 302) == fine
    if not fine:
        assert "13 mois" in str(response.context["form"].errors["retention_kind"])


def test_one_tracker_is_not_both_exempt_and_asked_for(editor):
    data = exempt_cookie(name="both", party="first", host="")
    make_cookie("both")
    assert "par. 48" in errors(editor, Cookie, data)["name"][0]["message"]


@pytest.mark.parametrize(
    "country, transfer, safeguard, field",
    [
        ("IE", "", "clauses contractuelles types", "transfer_country"),
        ("US", "", "", "safeguard"),
        ("IE", "US", "", "safeguard"),
        ("US", "", "x", "safeguard"),
    ],
)
def test_a_transfer_says_where_to_and_what_protects_it(
    editor, country, transfer, safeguard, field
):
    data = provider_data(
        country=country, transfer_country=transfer, safeguard=safeguard
    )
    assert list(errors(editor, Provider, data)) == [field]


@pytest.mark.parametrize(
    "values",
    [
        {"country": "IE", "safeguard": "clauses contractuelles"},
        {"country": "IE", "transfer_country": "US"},
        {"country": "US"},
    ],
)
def test_nor_does_the_database_take_it(values):
    with pytest.raises(IntegrityError):
        make_provider(**values)


def test_nor_data_kept_for_years():
    with pytest.raises(IntegrityError):
        Purpose.objects.create(
            name="x", slug="x", description="x", audience_data_months=26, locale_id=1
        )
