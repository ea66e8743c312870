"""The data-protection officer reads notices and records, and can edit nothing."""

import csv
import io
import json
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from cookie_pages.admin.reports.figures import Figures
from cookie_pages.ledger.counts import counted_days, roll_up
from cookie_pages.models import (
    ConsentFlood,
    ConsentNotice,
    Provider,
    Purpose,
    SeenCookie,
)
from cookie_pages.notices.differences import differences
from cookie_pages.rules.cells import harmless
from tests.factories import make_purpose, make_site_content
from tests.unit.test_records import make_record

pytestmark = pytest.mark.django_db
PAGES = ["cookie_pages_notices", "cookie_pages_records", "cookie_pages_seen"]


@pytest.fixture
def notices(publish_now):
    banner, _ = make_site_content()
    make_purpose("video", name="Videos")
    first = publish_now()
    banner.heading = "Second heading"
    banner.save()
    return [first, publish_now()]


@pytest.fixture
def officer(client, django_user_model):
    user = django_user_model.objects.create_user("dpo", password="secret")
    names = [
        "access_admin",
        "view_consentnotice",
        "view_consentrecord",
        "view_seencookie",
    ]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(user)
    return client


@pytest.mark.parametrize(
    "name, key", [*zip(PAGES, ("published_at", "created_at", "name"), strict=True)]
)
def test_each_report_is_sorted_as_its_headings_offer(officer, notices, name, key):
    make_record(notices[0], 1)
    make_record(notices[0], 2)
    for cookie in ("b", "a"):
        SeenCookie.objects.create(name=cookie, path="/", reason="undeclared")
    for ordering, backwards in ((key, False), (f"-{key}", True)):
        listed = officer.get(reverse(name), {"ordering": ordering}).context[
            "object_list"
        ]
        values = [getattr(item, key) for item in listed]
        assert len(values) >= 2
        assert values == sorted(values, reverse=backwards)


@pytest.mark.parametrize("name", PAGES)
def test_each_report_opens_for_who_may_view_and_for_nobody_else(
    officer, notices, name, django_user_model
):
    make_record(notices[0])
    address = reverse(name)
    assert officer.get(address).status_code == 200
    assert address in officer.get(reverse("wagtailadmin_home")).content.decode()
    writer = django_user_model.objects.create_user("writer")
    writer.user_permissions.set(Permission.objects.filter(codename="access_admin"))
    officer.force_login(writer)
    assert officer.get(address).status_code == 302


def test_the_officer_edits_nothing(officer, notices):
    from cookie_pages.models import ConsentBanner, Cookie, Provider, Purpose

    for model in (ConsentBanner, Cookie, Provider, Purpose):
        assert (
            officer.get(reverse(model.snippet_viewset.get_url_name("add"))).status_code
            == 302
        )


def test_a_notice_is_shown_with_what_changed(officer, notices):
    address = reverse("cookie_pages_notice", args=[notices[1].pk])
    content = officer.get(address).content.decode()
    page = BeautifulSoup(content, "html.parser")
    assert "Second heading" in page.find("ins").get_text()
    assert "Your data, your choice" in page.find("del").get_text()
    assert notices[1].digest in content
    # The older one stays on the left, whichever page it is.
    address = reverse("cookie_pages_notice", args=[notices[0].pk]) + "?with=2"
    page = BeautifulSoup(officer.get(address).content, "html.parser")
    assert "Second heading" in page.find("ins").get_text()
    assert officer.get(address + "?with=99999999999").status_code == 200
    assert officer.get(address + "?with=x").status_code == 200


def said(before, after):
    found = differences(before.data, after.data)
    lines = {" › ".join(map(str, line["where"])): line for line in found}
    assert len(lines) == len(found)
    return {where: (line["before"], line["after"]) for where, line in lines.items()}


def test_differences_are_said_in_words_and_by_place(notices, publish_now):
    """A purpose that is new, a provider renamed, purposes in another order."""
    make_purpose("map", name="Maps", sort_order=90)
    Provider.objects.all().update(name="Renamed")
    second = publish_now()
    new = said(notices[1], second)
    assert new.pop("Français › Finalités") == ("", "Maps")
    (renamed,) = {new[where] for where in new if where.endswith("› Renamed › Nom")}
    assert renamed[0] and renamed[1] == "Renamed"
    assert not any("›  ›" in where for where in new)
    assert ("Maps", "") in said(second, notices[1]).values()
    assert differences(second.data, second.data) == []
    Purpose.objects.filter(slug="map").update(sort_order=0)
    ((where, (before, after)),) = said(second, publish_now()).items()
    assert where == "Français › Finalités"
    assert sorted(before.split(", ")) == sorted(after.split(", "))


def test_what_a_visitor_saw_on_a_date(officer, notices):
    def ask(moment):
        local = timezone.localtime(moment).strftime("%Y-%m-%d %H:%M:%S")
        site = notices[0].site_id
        return officer.get(reverse("cookie_pages_notices"), {"on": local, "site": site})

    now = timezone.now()
    response = ask(now + timedelta(seconds=2))
    assert response["Location"] == reverse("cookie_pages_notice", args=[notices[1].pk])
    ConsentNotice.objects.filter(number=2).update(published_at=now + timedelta(days=2))
    response = ask(now + timedelta(days=1))
    assert response["Location"] == reverse("cookie_pages_notice", args=[notices[0].pk])
    early = ask(now - timedelta(days=9))
    assert early.status_code == 200
    assert "Aucune notice" in early.content.decode()
    assert (
        officer.get(reverse("cookie_pages_notices"), {"on": "nonsense"}).status_code
        == 200
    )


def test_acceptance_is_counted_by_purpose_and_day(notices):
    make_record(notices[0])
    make_record(notices[0], choices={"statistics": True, "video": True})
    make_record(notices[0], 1, choices={"statistics": False, "video": False})
    make_record(notices[0], 1, choices={"video": True}, method="placeholder")
    roll_up()
    figures = Figures.of(counted_days())
    assert [day["records"] for day in figures.days] == [2, 2]
    found = {item["name"]: (item["yes"], item["answered"]) for item in figures.totals}
    assert found == {"Audience measurement": (2, 3), "Videos": (2, 4)}


def test_it_is_downloaded_as_consent_records_too(officer, notices):
    """C25: what the filters leave, one record on a line."""
    make_record(notices[0], 1)
    kept = make_record(notices[1], 2, method="withdrawal")
    address = reverse("cookie_pages_records")
    assert "export=json" in officer.get(address).content.decode()
    response = officer.get(address, {"export": "json", "method": "withdrawal"})
    assert response["Content-Type"] == "application/x-ndjson"
    (line,) = b"".join(response.streaming_content).decode().splitlines()
    data = json.loads(line)
    assert data["record_id"] == str(kept.pk)
    assert data["privacy_notice"]["digest"] == notices[1].digest


def test_the_report_shows_figures_and_a_chart_with_its_table(officer, notices):
    for days in range(3):
        make_record(notices[0], days)
    page = BeautifulSoup(
        officer.get(reverse("cookie_pages_records")).content, "html.parser"
    )
    assert page.find("svg", role="img")["aria-label"]
    assert len(page.find_all("polyline")) == 2
    assert "100 % (3/3)" in page.get_text()


def test_the_period_and_the_method_filter_it(officer, notices):
    make_record(notices[0])
    make_record(notices[0], 100, method="withdrawal")
    address = reverse("cookie_pages_records")
    content = officer.get(address, {"method": "withdrawal"}).content.decode()
    assert "100 % (1/1)" in content
    today = timezone.localdate().isoformat()
    content = officer.get(address, {"created_at_from": today}).content.decode()
    assert "100 % (1/1)" in content


def test_exports_are_safe_to_open(officer):
    """No cell is a formula."""
    for name in ("=1+1", "+1", "-1", "@x", "fine"):
        SeenCookie.objects.create(name=name, path="=2", reason="undeclared")
    address = reverse("cookie_pages_seen")
    text = b"".join(officer.get(address + "?export=csv").streaming_content).decode()
    rows = list(csv.reader(io.StringIO(text)))[1:]
    assert {row[0] for row in rows} == {"'=1+1", "'+1", "'-1", "'@x", "fine"}
    book = load_workbook(io.BytesIO(officer.get(address + "?export=xlsx").getvalue()))
    cells = [cell for row in book.active.iter_rows(min_row=2) for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_records_are_exported_with_the_digest_of_their_notice(officer, notices):
    record = make_record(notices[0])
    response = officer.get(reverse("cookie_pages_records") + "?export=csv")
    text = b"".join(response.streaming_content).decode()
    assert str(record.pk) in text
    assert notices[0].digest in text
    assert "Audience measurement : acceptée, Videos : refusée" in text


@pytest.mark.parametrize("value", [3, None, "plain", ""])
def test_what_is_harmless_stays(value):
    assert harmless(value) == value


def test_a_flood_is_pointed_out_and_a_schools_choices_are_not(officer, notices):
    site_key, today = notices[0].site_key, timezone.localdate()
    for _ in range(30):
        make_record(notices[0])
    ConsentFlood.objects.create(site_key=site_key, day=today, busiest=20)
    quiet = today - timedelta(days=1)
    for _ in range(50):
        make_record(notices[0], 1)
    ConsentFlood.objects.create(site_key=site_key, day=quiet, busiest=2)
    ConsentFlood.objects.create(
        site_key=site_key, day=quiet - timedelta(days=9), rejected=300
    )
    address = reverse("cookie_pages_records")
    page = BeautifulSoup(officer.get(address).content, "html.parser")
    lines = [line.get_text() for line in page.select(".help-warning li")]
    assert len(lines) == 2
    assert "20 sur 30" in lines[0]
    assert "300 rejet" in lines[1]
    # Of all the day's choices, whatever the filter shows of them.
    assert "20 sur 30" in officer.get(address + "?language=en").content.decode()
    other = officer.get(address, {"created_at_to": str(quiet - timedelta(days=20))})
    assert b"help-warning" not in other.content


def test_the_report_says_that_nothing_is_recorded_any_more(officer, notices, settings):
    address = reverse("cookie_pages_records")
    assert "COOKIE_PAGES_KEEP_RECORDS" not in officer.get(address).content.decode()
    settings.COOKIE_PAGES_KEEP_RECORDS = False
    assert "COOKIE_PAGES_KEEP_RECORDS" in officer.get(address).content.decode()


def test_a_notice_says_whether_it_asked_again(officer, notices):
    listed = officer.get(reverse("cookie_pages_notices"))
    headings = [column.label for column in listed.context["table"].columns.values()]
    assert "Redemandé" in headings
    assert "Conditions" not in headings
    answers = [cell.asks_again for cell in listed.context["object_list"]]
    assert answers == [
        notice.terms > before.terms
        for notice, before in zip(
            notices[::-1], [*notices[::-1][1:], notices[0]], strict=True
        )
    ]


def test_downloads_are_in_french_with_local_times(officer, notices):
    make_record(notices[0], language="en")
    response = officer.get(reverse("cookie_pages_records") + "?export=csv")
    heading, row = b"".join(response.streaming_content).decode().splitlines()
    assert (
        heading
        == "Enregistrement,Date,Notice,Empreinte de la notice,Choix,Moyen,Langue"
    )
    assert "Anglais" in row
    assert "+00:00" not in row
    assert "enregistrements-de-choix-" in response["Content-Disposition"]


def test_what_was_seen_names_the_page_and_the_purpose(officer):
    make_purpose("video", name="Vidéos")
    SeenCookie.note(1, "/actualites/", name="v", reason="unaccepted", purpose="video")
    shown = officer.get(reverse("cookie_pages_seen")).content.decode()
    assert "/actualites/" in shown
    assert "Vidéos" in shown
