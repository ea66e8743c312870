"""Closed days are counted once and for good; the report costs the same with any number."""

from datetime import timedelta
from unittest.mock import patch

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cookie_pages.admin.reports.again import asked_again
from cookie_pages.admin.reports.figures import Figures
from cookie_pages.ledger import counts
from cookie_pages.models import ConsentDay, ConsentNotice, ConsentRecord
from tests.factories import make_purpose, make_site_content
from tests.unit.test_records import make_record

pytestmark = pytest.mark.django_db


def totals():
    counts.roll_up()
    figures = Figures.of(counts.counted_days())
    return figures.records, [(item["yes"], item["answered"]) for item in figures.totals]


def test_closed_days_are_counted_once_and_open_ones_as_they_are(notice):
    for days in (0, 1, 2, 40, 300):
        make_record(notice, days, choices={"statistics": True, "video": days > 1})
    assert totals() == (5, [(5, 5), (3, 5)])
    now = timezone.now()
    assert set(ConsentDay.objects.values_list("day", flat=True)) == {
        timezone.localdate(now - timedelta(days=days)) for days in (2, 40, 300)
    }
    counts.roll_up()
    make_record(notice, 0, choices={"statistics": False, "video": False})
    assert totals() == (6, [(5, 6), (3, 6)])


@pytest.mark.parametrize("slug", ["in", "range", "isnull", "contains", "2024", "0"])
def test_a_slug_that_is_a_lookup_or_a_number_is_counted_as_any(
    editor, publish_now, slug
):
    make_site_content()
    make_purpose(slug)
    notice = publish_now()
    for yes in (True, False, False):
        make_record(notice, 3, choices={"statistics": True, slug: yes})
    records, answers = totals()
    assert (records, sorted(answers)) == (3, [(1, 3), (3, 3)])
    assert editor.get(reverse("cookie_pages_records")).status_code == 200


def test_a_ledger_that_nobody_counted_is_counted_in_several_openings(editor, notice):
    for days in (400, 300, 200, 100, 10, 0):
        make_record(notice, days)
    address = reverse("cookie_pages_records")
    seen = []
    with patch("cookie_pages.admin.reports.records.COUNTING", -1):
        response = editor.get(address)
        assert "prune_consent_records" in response.content.decode()
        assert response.context["paginator"].count == 1
    clock = iter(range(0, 1000, 6))
    with patch("cookie_pages.ledger.counts.time.monotonic", lambda: next(clock)):
        while not seen or "prune_consent_records" in seen[-1].content.decode():
            seen.append(editor.get(address))
    assert 1 < len(seen) < 9
    assert seen[-1].context["paginator"].count == 6


def test_what_is_counted_outlives_the_records(notice):
    make_record(notice, 3000)
    make_record(notice, 3)
    call_command("prune_consent_records", verbosity=0)
    call_command("prune_consent_records", verbosity=0)
    assert ConsentRecord.objects.count() == 1
    assert totals()[0] == 2


@time_machine.travel("2026-11-25 12:00", tick=False)
def test_a_day_that_was_deleted_in_part_says_how_many_it_keeps(notice):
    for hours in (2, 1, -1):
        make_record(notice, 10 + hours / 24)
    counts.roll_up()
    call_command("prune_consent_records", days=10, verbosity=0)
    day = ConsentDay.objects.get()
    assert (day.records, day.kept) == (3, 1)
    call_command("prune_consent_records", days=9, verbosity=0)
    day.refresh_from_db()
    assert (day.records, day.kept) == (3, 0)


def test_an_open_day_is_not_deleted_before_it_is_counted(notice):
    make_record(notice, 1.01)
    make_record(notice, 3)
    call_command("prune_consent_records", days=1, verbosity=0)
    before = totals()[0]
    assert before == 2
    with patch.object(counts, "OPEN_DAYS", -2):
        assert totals()[0] == before


def test_period_chain_method_and_language_choose_among_the_counts(notice):
    make_record(notice, 10, method="withdrawal")
    make_record(notice, 20, language="en")
    make_record(notice, 0, language="en")
    day = timezone.localdate()
    counts.roll_up()
    count = lambda **wanted: Figures.of(counts.counted_days(**wanted)).records  # noqa: E731
    assert count(method="withdrawal") == 1
    assert count(language="en") == 2
    assert count(site_key=notice.site_key + 1) == 0
    assert count(start=day - timedelta(days=12)) == 2
    assert count(end=day - timedelta(days=12)) == 1
    assert count(start=day - timedelta(days=19), end=day - timedelta(days=11)) == 0


def test_new_terms_say_how_many_choices_they_ended(notice, publish_now):
    make_record(notice, 10)
    make_record(notice, 100)
    make_record(notice, 300)
    counts.roll_up()
    make_purpose("map", name="Maps")
    second = publish_now()
    assert second.terms == notice.terms + 1
    (again,) = asked_again()
    assert (again["number"], again["choices"]) == (2, 2)
    assert asked_again(end=timezone.localdate() - timedelta(days=1)) == []


def test_the_report_asks_the_same_queries_for_ten_and_for_a_thousand(editor, notice):
    address = reverse("cookie_pages_records")

    def queries():
        editor.get(address)
        with CaptureQueriesContext(connection) as captured:
            response = editor.get(address)
        assert response.status_code == 200
        return len(captured), response

    for days in range(10):
        make_record(notice, days * 20)
    few, _ = queries()
    ConsentRecord.objects.bulk_create(
        ConsentRecord(
            notice=notice,
            choices={"statistics": True, "video": False},
            method="banner",
            language="fr",
            created_at=timezone.now() - timedelta(days=200 + number % 700),
        )
        for number in range(1000)
    )
    ConsentDay.objects.all().delete()
    many, response = queries()
    assert many == few
    assert response.context["paginator"].count == 1010


def test_a_purpose_that_is_gone_keeps_its_name(notice):
    make_record(notice, 5)
    counts.roll_up()
    assert counts.names(["video", "unheard-of"], [notice.site_key]) == {
        "video": "Videos",
        "unheard-of": "unheard-of",
    }
    assert ConsentNotice.objects.count() == 1


def rows(response):
    return [str(record.pk) for record in response.context["object_list"]]


@pytest.mark.parametrize("ordering", ["-created_at", "created_at"])
@pytest.mark.parametrize("pruned", [False, True])
def test_each_record_is_on_one_page_in_the_order_of_its_time(
    editor, notice, ordering, pruned
):
    """Also once the oldest day was deleted in part."""
    hours = timedelta(hours=1)
    for number in range(130):
        moment = timezone.now() - hours * number - timedelta(days=(number // 40) * 60)
        make_record(notice, created_at=moment)
    if pruned:
        counts.roll_up()
        oldest = ConsentRecord.objects.order_by("created_at")[3].created_at
        limit = timezone.now() - oldest
        with patch("cookie_pages.conf.record_days", return_value=limit.days):
            call_command("prune_consent_records", verbosity=0)
        assert 100 < ConsentRecord.objects.count() < 130
    wanted = [str(r.pk) for r in ConsentRecord.objects.order_by(ordering)]
    address = reverse("cookie_pages_records") + f"?ordering={ordering}&p="
    first = editor.get(address + "1")
    pages = range(1, first.context["paginator"].num_pages + 1)
    assert len(pages) > 1
    found = [row for page in pages for row in rows(editor.get(f"{address}{page}"))]
    assert found == wanted


def test_a_spreadsheet_that_is_too_small_says_so(editor, notice):
    make_record(notice)
    address = reverse("cookie_pages_records")
    with patch("cookie_pages.admin.reports.records.XLSX_ROWS", 0):
        response = editor.get(address + "?export=xlsx", follow=True)
    assert "CSV" in response.content.decode()
    assert editor.get(address + "?export=xlsx")["Content-Type"].endswith("sheet")
