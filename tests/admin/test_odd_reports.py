"""Whatever is asked of a report by its address, it answers: never a 500."""

from io import StringIO
from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.urls import reverse

from cookie_pages.models import ConsentNotice, ConsentRecord
from tests.factories import make_site_content

pytestmark = pytest.mark.django_db
REPORTS = ["cookie_pages_records", "cookie_pages_notices", "cookie_pages_seen"]
ODD = [
    "p=0",
    "p=-1",
    "p=abc",
    "p=9000",
    "p=99999999999999999999",
    "p=",
    "p=%00",
    "ordering=nothing",
    "ordering=-created_at&p=2",
    "ordering=created_at&p=1",
    "site=999",
    "site=x",
    "site=%00",
    "method=nothing",
    "language=xx",
    "language=%27",
    "export=nothing",
    "export=",
    "is_export=1",
    "unknown=1",
    "on=0001-01-01",
    "on=9999-12-31T23:59",
    "on=x",
    "other=0",
    "other=abc",
    "other=99999999999999999999",
]
DATES = ["0001-01-01", "9999-12-31", "1969-12-31", "2026-02-30", "0000-00-00", "x", ""]
PERIODS = [f"created_at_{end}={date}" for end in ("from", "to") for date in DATES]


@pytest.fixture
def some(publish_now):
    make_site_content()
    notice = publish_now()
    for number in range(3):
        ConsentRecord.objects.create(
            notice=notice,
            choices={"statistics": bool(number)},
            method="banner",
            language="fr",
        )


@pytest.fixture(params=[True, False], ids=["zones", "no zones"])
def zones(request, settings):
    settings.USE_TZ = request.param


@pytest.mark.parametrize("name", REPORTS)
def test_an_odd_address_is_answered(editor, some, name, zones):
    address = reverse(name)
    wrong = {}
    for query in ["", *ODD, *PERIODS]:
        for tail in ("", "&export=csv"):
            response = editor.get(f"{address}?{query}{tail}")
            if response.status_code not in (200, 302, 404):
                wrong[query + tail] = response.status_code
            elif response.streaming:
                b"".join(response)
    assert wrong == {}


def test_an_odd_notice_is_answered(editor, some):
    notice = ConsentNotice.objects.get()
    address = reverse("cookie_pages_notice", args=[notice.pk])
    for query in ["", *ODD]:
        assert editor.get(f"{address}?{query}").status_code in (200, 302, 404)


def test_without_time_zones_the_night_is_done(some, settings):
    settings.USE_TZ = False
    call_command("prune_consent_records", verbosity=0)
    call_command("export_consent_records", stdout=StringIO())


@pytest.mark.parametrize("form", ["csv", "json"])
def test_an_export_begins_before_all_is_read(editor, some, form):
    """A file of 200,000 records neither waits nor fills the memory."""
    notice = ConsentNotice.objects.get()
    ConsentRecord.objects.bulk_create(
        ConsentRecord(
            notice=notice,
            site_key=notice.site_key,
            choices={"statistics": True},
            method="banner",
            language="fr",
        )
        for _ in range(3000)
    )
    made = []
    real = ConsentRecord.from_db

    @classmethod
    def counted(cls, *args, **kwargs):
        made.append(1)
        return real(*args, **kwargs)

    with patch.object(ConsentRecord, "from_db", counted):
        response = editor.get(reverse("cookie_pages_records") + f"?export={form}")
        pieces = iter(response.streaming_content)
        next(pieces), next(pieces)
        assert len(made) <= 1000
        assert len(b"".join(pieces).splitlines()) >= 3000
