"""Words and numbers that come from outside, each written here once more: no list of the code's own
is asked whether it is right."""

import pytest

from cookie_pages.ledger.exports import SCHEMA_VERSION, as_ts_27560
from cookie_pages.models import Cookie, Purpose
from cookie_pages.models.cookie import StorageType
from cookie_pages.models.notice import canonical, digest_of
from cookie_pages.models.retention import RetentionKind

from .test_records import make_record

DIGEST = "0031ec4e653d88c58af29cd373395a8e6080fb26ace3b86a746904a54b5e0f3e"


def test_a_seal_covers_the_words_and_the_seal_before():
    """C23: what was sealed years ago must still be found whole."""
    content = canonical({"number": 2, "words": "Tout refuser à côté"})
    assert content == '{"number":2,"words":"Tout refuser à côté"}'
    before = "0" * 64
    assert digest_of(before, content) == DIGEST
    assert digest_of("1" + before[1:], content) != DIGEST
    assert digest_of(before, content.replace("2", "3")) != DIGEST


def test_each_way_of_tracking_can_be_declared():
    """C2: EDPB guidelines 2/2023, section 3."""
    assert set(StorageType.values) >= {
        "cookie",
        "localStorage",
        "sessionStorage",
        "IndexedDB",
        "pixel",
        "fingerprint",
    }


def test_an_exempt_audience_measurement_has_six_conditions():
    """C28: guidelines 2020-091, par. 50 to 52."""
    assert sorted(Purpose.CONDITIONS) == [
        "audience_anonymous",
        "audience_not_crossed",
        "audience_not_given",
        "audience_only",
        "audience_own",
        "audience_single_site",
    ]


def test_nobody_can_declare_a_legitimate_interest():
    """C34: consent, or one of the classes that need none."""
    for model in (Purpose, Cookie):
        for field in model._meta.get_fields():
            words = [
                str(label) for _value, label in getattr(field, "choices", None) or []
            ]
            assert "legitimate" not in " ".join([field.name, *words]).lower()


def test_retention_is_one_of_three_kinds():
    """F3."""
    assert set(RetentionKind.values) == {"session", "duration", "until_deleted"}


@pytest.mark.django_db
def test_an_exported_record_speaks_the_standards_words(notice):
    """C25: ISO/IEC TS 27560."""
    assert SCHEMA_VERSION == "ISO/IEC TS 27560:2023"
    record = as_ts_27560(make_record(notice))
    assert (record["jurisdiction"], record["authority_party"]) == ("FR", "CNIL")
    assert record["pii_controllers"][0]["party_type"] == "controller"
    for purpose in record["purposes"]:
        assert purpose["lawful_basis"] == "consent"
        assert purpose["event"]["event_type"] == "expressed"
        assert purpose["event"]["validity_duration"] == "P182D"
