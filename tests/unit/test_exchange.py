"""Declarations as files: a round trip without loss, faults by row and column, other tools'."""

import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation
from openpyxl import load_workbook
from wagtail.models import Locale, Site

from cookie_pages.exchange import FORMATS, Unreadable, dump, load, read
from cookie_pages.models import Cookie, Provider, Purpose
from tests.factories import (
    make_cookie,
    make_exempt_purpose,
    make_provider,
    make_purpose,
    make_site_content,
)

pytestmark = pytest.mark.django_db
EACH = pytest.mark.parametrize("wanted", [*FORMATS])


@pytest.fixture(autouse=True)
def in_french():
    with translation.override("fr"):
        yield


def state():
    """All that is declared, by key and language."""
    return {
        (str(item.translation_key), item.locale.language_code): {
            field.attname: getattr(item, field.attname)
            for field in item._meta.fields
            if field.name in {*item.decided_fields(), *item.TRANSLATED}
            and not field.is_relation
        }
        for model in (Purpose, Provider, Cookie)
        for item in model.objects.select_related("locale")
    }


@pytest.fixture
def declared():
    """Something of every kind, with what is hard to carry."""
    purpose = make_purpose("video", google_consent_types=["ad_storage"])
    provider = make_provider(
        "=Vidéo; « ici »",
        country="US",
        safeguard="Clauses, types\net « autres »",
        embed_hosts="a.test\nb.test",
        embed_purpose=purpose,
    )
    make_cookie(
        "a|b:*",
        purpose,
        provider,
        storage_type="localStorage",
        retention_kind="duration",
        retention_value=60,
        retention_unit="day",
        retention_words="environ 60 jours",
        finality="'=déjà marqué",
        sites=[Site.objects.get().pk],
    )
    exempt = make_cookie("sessionid", make_exempt_purpose(), provider)
    english = Locale.objects.create(language_code="en")
    for item in (purpose, provider, exempt.purpose, exempt):
        item.copy_for_translation(english).save()


@EACH
def test_what_goes_out_comes_in_as_it_was(declared, wanted):
    before = state()
    data = dump(wanted)
    outcome = load(read(f"x.{wanted}", data))
    assert not outcome.faults
    assert not outcome.changes
    for model in (Cookie, Provider, Purpose):
        model.objects.all().delete()
    outcome = load(read(f"x.{wanted}", data), publish=True)
    assert not outcome.faults
    assert state() == before
    assert Cookie.objects.get(name="a|b:*").live
    assert Cookie.objects.get(name="a|b:*").provider.country == "US"


def test_no_cell_is_taken_for_a_formula(declared):
    sheet = load_workbook(io.BytesIO(dump("xlsx")))["provider"]
    values = [cell.value for row in sheet.iter_rows() for cell in row]
    assert "'=Vidéo; « ici »" in values
    assert not [v for v in values if isinstance(v, str) and v.startswith("=")]


def table(*rows, sep=","):
    return "\n".join(sep.join(row) for row in rows).encode()


@pytest.mark.parametrize("sep", [",", ";", "\t"])
@pytest.mark.parametrize("heading", ["Nom", "name", "Name"])
def test_what_a_spreadsheet_writes_is_read(sep, heading):
    data = table(("type", heading), ("provider", "Été"), sep=sep)
    for encoded in (data, b"\xef\xbb\xbf" + data, data.decode().encode("cp1252")):
        assert read("x.csv", encoded)[0].cells["name"] == "Été"


def test_a_row_changes_what_it_names_and_no_more():
    make_provider("YouTube", legal_name="Google", country="IE")
    rows = read(
        "x.csv", table(("type", "name", "country"), ("provider", "YouTube", "FR"))
    )
    (change,) = load(rows).changes
    assert change.fields == [("Pays", "IE", "FR")]
    draft = Provider.objects.get().get_latest_revision_as_object()
    assert (draft.country, draft.legal_name) == ("FR", "Google")


def test_a_rehearsal_keeps_nothing():
    rows = read("x.csv", table(("type", "name"), ("provider", "New")))
    assert load(rows, rehearse=True).changes[0].is_new
    assert not Provider.objects.exists()


@pytest.mark.parametrize(
    "cells, column, words",
    [
        ({"retention_value": "two"}, "retention_value", "nombre entier"),
        ({"storage_type": "jar"}, "storage_type", "localStorage"),
        ({"purpose": "nowhere"}, "purpose", "nowhere"),
        ({"host": "no host"}, "host", "domaine seul"),
        ({"name": "a b"}, "name", "ni espace"),
        ({"language": "xx"}, "language", "xx"),
        ({"published": "perhaps"}, "published", "perhaps"),
        ({"sites": "nowhere.test"}, "sites", "nowhere.test"),
        ({"exemption_class": "9"}, "exemption_class", "9"),
        ({"key": "x"}, "key", "x"),
    ],
)
def test_a_fault_is_said_by_row_and_column_and_nothing_is_kept(cells, column, words):
    make_purpose("video")
    good = {"type": "provider", "name": "Academy"}
    bad = {
        "type": "cookie",
        "name": "v",
        "purpose": "video",
        "provider": "Academy",
        "service": "Vidéo",
        "finality": "Lire",
    } | cells
    names = list(dict.fromkeys([*good, *bad]))
    rows = [names, *([row.get(name, "") for name in names] for row in (good, bad))]
    outcome = load(read("x.csv", table(*rows)))
    assert [(fault.place, fault.column) for fault in outcome.faults] == [
        ("ligne 3", column)
    ]
    assert words in outcome.faults[0].message
    assert not Provider.objects.exists()


def test_publishing_follows_the_rules_of_the_form():
    rows = read(
        "x.csv",
        table(("type", "name", "country", "published"), ("provider", "A", "US", "yes")),
    )
    assert not load(rows, rehearse=True).faults
    outcome = load(rows, publish=True)
    assert outcome.faults[0].column == "safeguard"
    assert not Provider.objects.exists()


@pytest.mark.parametrize(
    "name, data",
    [
        ("x.txt", b"a"),
        ("x.csv", b""),
        ("x.csv", b"foo,bar\n1,2"),
        ("x.csv", b"type,name\nplanet,x"),
        ("x.csv", b"type,name\n" + b"\x00" * 10 + b"\n"),
        ("x.xlsx", b"PK\x03\x04 no spreadsheet"),
        ("x.json", b"[1]"),
        ("x.json", b"{"),
        ("x.json", b"[" * 100_000),
        ("x.json", b'{"purposes": [1]}'),
        ("x.csv", b"x" * 6_000_000),
    ],
)
def test_a_file_that_is_none_is_said(name, data):
    with pytest.raises(Unreadable):
        read(name, data)


OPEN_COOKIE_DATABASE = """ID,Platform,Category,Cookie / Data Key name,Domain,Description,\
Retention period,Data Controller,User Privacy & GDPR Rights Portals,Wildcard match
1,Piwik,Analytics,_pk_id,,Tells visits apart,13 months,Matomo,,1
2,Vimeo,Marketing,vuid,vimeo.com (3rd party),Counts plays,2 years,Vimeo,,0
"""


def test_the_open_cookie_database_is_read():
    outcome = load(read("open-cookie-database.csv", OPEN_COOKIE_DATABASE.encode()))
    assert not outcome.faults
    first = Cookie.objects.get(name="_pk_id*")
    assert (first.retention_value, first.retention_unit) == (13, "month")
    assert (first.purpose.slug, first.provider.name) == ("statistics", "Piwik")
    other = Cookie.objects.get(name="vuid")
    assert (other.party, other.host) == ("third", "vimeo.com")
    assert not Cookie.objects.filter(live=True).exists()
    assert Purpose.objects.filter(needs_consent=False).count() == 0


@pytest.mark.parametrize(
    "headings",
    [
        "Cookie Name,Provider,Category,Description,Lifespan",
        "Name,Vendor,Cookie category,Purpose,Expiry",
    ],
)
def test_a_scanners_table_is_read(headings):
    data = f"{headings}\n_ga,Google,Performance,Tells visitors apart,2 years\n"
    assert not load(read("scan.csv", data.encode())).faults
    cookie = Cookie.objects.get()
    assert (cookie.name, cookie.purpose.slug, cookie.retention_value) == (
        "_ga",
        "statistics",
        2,
    )


def test_a_browsers_cookies_are_read():
    kept = {
        "cookies": [
            {
                "name": "a",
                "domain": ".site.test",
                "expiresDays": 30.2,
                "firstPartyStorage": True,
            },
            {
                "name": "b",
                "domain": ".ads.test",
                "expires": -1,
                "firstPartyStorage": False,
            },
        ]
    }
    assert not load(read("inspection.json", json.dumps(kept).encode())).faults
    assert Cookie.objects.get(name="a").retention_value == 30
    assert Cookie.objects.get(name="b").host == "ads.test"


def test_the_commands(tmp_path, capsys):
    make_site_content()
    path = tmp_path / "cookies.json"
    call_command("export_cookies", path)
    Cookie.objects.all().delete()
    call_command("import_cookies", path, "--dry-run")
    assert not Cookie.objects.exists()
    call_command("import_cookies", path, "--publish")
    assert Cookie.objects.filter(live=True).exists()
    assert "imported" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["missing.csv", "empty.csv", "x.doc"])
def test_a_command_says_what_is_wrong_with_its_file(tmp_path, name):
    path = tmp_path / name
    if name != "missing.csv":
        path.write_bytes(b"")
    with pytest.raises(CommandError, match=name):
        call_command("import_cookies", path)
    with pytest.raises(CommandError):
        call_command("export_cookies", tmp_path / "x.doc")
    (tmp_path / "there.csv").write_text("")
    with pytest.raises(CommandError, match="there"):
        call_command("export_cookies", tmp_path / "there.csv")
