"""Records export with the fields of TS 27560 (C25)."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from jsonschema import Draft202012Validator

from cookie_pages.models import Purpose
from tests.unit.test_records import make_record

pytestmark = pytest.mark.django_db

TEXT = {"type": "string"}
FILLED = {"type": "string", "minLength": 1}


def thing(required, **properties):
    names = dict.fromkeys(required, FILLED) | properties
    return {"type": "object", "required": list(names), "properties": names}


def some(items):
    return {"type": "array", "items": items, "minItems": 1}


SCHEMA = thing(
    [
        "schema_version",
        "language",
        "jurisdiction",
        "withdrawal_method",
        "collection_method",
    ],
    record_id={"type": "string", "format": "uuid"},
    receipt_id={"type": "string", "format": "uuid"},
    pii_principal_id={"type": "string", "format": "uuid"},
    privacy_notice=thing(["digest", "published_at"], number={"type": "integer"}),
    pii_controllers=some(
        thing(
            ["party_id", "party_name", "party_type"],
            party_address=TEXT,
            party_contact=TEXT,
        )
    ),
    purposes=some(
        thing(
            ["purpose", "name", "description"],
            pii_information={"type": "array", "items": FILLED},
            storage_locations={"type": "array", "items": FILLED},
            retention_period={"type": "object"},
            recipient_third_parties={
                "type": "array",
                "items": thing(["party_id", "party_name", "party_type"]),
            },
            event=thing(
                ["event_time", "event_type", "validity_duration", "entity_id"],
                event_state={
                    "enum": ["given", "refused", "withdrawn", "accepted", "objected"]
                },
            ),
        )
    ),
)


def export(**options):
    output = StringIO()
    call_command("export_consent_records", stdout=output, **options)
    return [json.loads(line) for line in output.getvalue().splitlines()]


def test_todays_settings_do_not_change_what_was_agreed(notice, settings):
    make_record(notice)
    before = export()
    settings.COOKIE_PAGES_CHOICE_DAYS = 30
    settings.COOKIE_PAGES_JURISDICTION = ("BE", "APD")
    assert export() == before
    event = before[0]["purposes"][0]["event"]
    assert event["validity_duration"] == "P182D"
    assert (before[0]["jurisdiction"], before[0]["authority_party"]) == ("FR", "CNIL")
    assert before[0]["purposes"][0]["lawful_basis"] == "consent"


def test_each_record_has_every_mandatory_field(notice):
    make_record(notice)
    make_record(notice, method="withdrawal")
    records = export()
    assert len(records) == 2
    for record in records:
        Draft202012Validator(SCHEMA).validate(record)
    states = [
        [item["event"]["event_state"] for item in record["purposes"]]
        for record in records
    ]
    assert states == [["given", "refused"], ["given", "withdrawn"]]
    assert records[0]["privacy_notice"]["digest"] == notice.digest


def test_the_data_is_said_by_its_kinds(notice, publish_now):
    Purpose.objects.filter(slug="video").update(personal_data="IP address, browser ,")
    make_record(publish_now())
    kinds = [item["pii_information"] for item in export()[0]["purposes"]]
    assert kinds == [[], ["IP address", "browser"]]


def test_addresses_are_absolute(notice):
    make_record(notice)
    (record,) = export()
    assert record["withdrawal_method"] == "http://localhost/cookies/"


def test_refusing_what_is_exempt_is_an_objection(notice, publish_now):
    Purpose.objects.filter(slug="statistics").update(
        needs_consent=False, measures_audience=True
    )
    make_record(publish_now(), choices={"statistics": False, "video": True})
    states = {
        item["purpose"]: (item["lawful_basis"], item["event"]["event_state"])
        for item in export()[0]["purposes"]
    }
    assert states == {
        "statistics": ("exemption", "objected"),
        "video": ("consent", "given"),
    }


def test_the_schema_can_fail(notice):
    make_record(notice)
    record = export()[0]
    del record["purposes"][0]["event"]["event_time"]
    assert not Draft202012Validator(SCHEMA).is_valid(record)


def test_a_period_and_a_file(notice, tmp_path):
    for days in (0, 10, 20):
        make_record(notice, days)
    path = tmp_path / "records.jsonl"
    call_command("export_consent_records", output=str(path), stdout=StringIO())
    assert len(path.read_text().splitlines()) == 3
    with pytest.raises(CommandError, match="can't be written"):
        call_command("export_consent_records", output=str(path), stdout=StringIO())
    assert len(path.read_text().splitlines()) == 3
    assert export(since="2000-01-01", until="2000-01-02") == []


@pytest.mark.parametrize("option", ["since", "until"])
def test_a_wrong_date_is_said(notice, option):
    with pytest.raises(CommandError, match="is not a date"):
        export(**{option: "yesterday"})
