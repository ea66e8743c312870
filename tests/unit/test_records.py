"""Records: pruned past their time, receipts from the cookie alone (C24)."""

import time
import uuid
from datetime import timedelta
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.core.management import CommandError, call_command
from django.utils import timezone

from cookie_pages.ledger.exports import as_ts_27560
from cookie_pages.models import ConsentNotice, ConsentRecord

pytestmark = pytest.mark.django_db


def make_record(notice, days=0, **kwargs):
    values = {
        "choices": {"statistics": True, "video": False},
        "method": "banner",
        "language": "fr",
        "created_at": timezone.now() - timedelta(days=days),
    }
    return ConsentRecord.objects.create(notice=notice, **(values | kwargs))


def prune(**options):
    output = StringIO()
    call_command("prune_consent_records", stdout=output, **options)
    return output.getvalue()


def test_what_is_past_its_time_goes_and_the_rest_stays(notice):
    for days in (0, 10, 1825, 1827, 4000):
        make_record(notice, days)
    assert "2 records" in prune(dry_run=True)
    assert ConsentRecord.objects.count() == 5
    assert "2 records" in prune(batch=1)
    assert "0 records" in prune()
    assert ConsentRecord.objects.count() == 3
    assert ConsentNotice.objects.count() == 1


def test_the_setting_and_the_option_decide(notice, settings):
    make_record(notice, 40)
    settings.COOKIE_PAGES_RECORD_DAYS = 60
    prune()
    assert ConsentRecord.objects.exists()
    prune(days=30)
    assert not ConsentRecord.objects.exists()


@pytest.mark.parametrize("options", [{"days": 0}, {"days": -1}, {"batch": 0}])
def test_a_wrong_option_deletes_nothing(notice, options):
    make_record(notice, 4000)
    with pytest.raises(CommandError):
        prune(**options)
    assert ConsentRecord.objects.exists()


def test_a_visitor_gets_the_receipt_as_text_and_as_a_file(client, notice):
    now = int(time.time())
    client.cookies["cookies_preferences"] = f"terms=1&at={now}&statistics=1&video=0"
    page = BeautifulSoup(client.get("/cookies/").content, "html.parser")
    text = page.find(class_="cookie-receipt").get_text()
    assert "Version n°\u00a01 du bandeau" in text
    assert "Audience measurement\u00a0: acceptée" in text
    assert "Videos\u00a0: refusée" in text
    response = client.get("/cookies/receipt.json")
    assert "attachment" in response["Content-Disposition"]
    assert "no-store" in response["Cache-Control"]
    data = response.json()
    assert (data["notice"], data["terms"]) == (1, 1)
    assert data["choices"] == {"statistics": True, "video": False}


def test_a_receipt_and_the_record_of_its_choice_have_one_id(client, notice):
    """C25: without an identifier on the device."""
    choice = {"terms": 1, "notice": 1, "method": "banner", "language": "fr"}
    answers = {"statistics": "1", "video": "0", "record": str(uuid.uuid4())}
    client.post("/cookies/consent/", choice | answers)
    record = as_ts_27560(ConsentRecord.objects.get())
    receipt = client.get("/cookies/receipt.json").json()
    assert receipt["receipt_id"] == record["receipt_id"]
    other = make_record(notice, choices={"statistics": False, "video": False})
    assert as_ts_27560(other)["receipt_id"] != record["receipt_id"]


def test_without_a_choice_there_is_no_receipt(client, notice):
    assert client.get("/cookies/receipt.json").status_code == 404
    assert "cookie-receipt" not in client.get("/cookies/").content.decode()


def test_a_record_is_never_changed(notice):
    record = make_record(notice)
    record.choices = {"statistics": False, "video": False}
    with pytest.raises(TypeError):
        record.save()
    with pytest.raises(TypeError):
        ConsentRecord.objects.get().save()
    assert ConsentRecord.objects.get().choices == {"statistics": True, "video": False}
