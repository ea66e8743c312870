"""Known cookies suggest words, each with its source; they decide nothing (S4)."""

import json
import re
from importlib.resources import files

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

from cookie_pages import conf
from cookie_pages.known import lookup
from cookie_pages.known.database import NoDatabase, database
from cookie_pages.known.own import own
from cookie_pages.models import RetentionKind, RetentionUnit, StorageType
from cookie_pages.rules.names import COOKIE
from tests.factories import make_provider

HEAD = (
    "ID,Platform,Category,Cookie / Data Key name,Domain,Description,Retention period,"
    "Data Controller,User Privacy & GDPR Rights Portals,Wildcard match\n"
)
ROWS = """1,Photos,Marketing,sessionid,photos.example,"Follows, everywhere",1 year,Photos Inc,,0
2,Measures,Analytics,measure_,,Counts,2 years,Measures,,1
3,Odd,Functional,oddly_named,,Something,varies,Odd,,0
4,Local,Functional,kept_here,,Keeps,end of session (browser),Local,,0
"""


@pytest.fixture
def file(tmp_path, settings):
    path = tmp_path / "cookies.csv"
    path.write_text(HEAD + ROWS, encoding="utf-8")
    settings.COOKIE_PAGES_COOKIE_DATABASE = str(path)
    return path


def platforms(name, **asked):
    return [item.platform for item in lookup(name, **asked)]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_cookie_of_the_catalogue_has_words_a_source_and_a_retention(language):
    catalogue = own(language)
    assert len(catalogue) > 90
    for item in catalogue:
        assert COOKIE.fullmatch(item.name) and item.name.strip("*")
        assert item.source.startswith("https://") and item.kind and item.platform
        assert item.storage in StorageType.values
        assert 10 < len(item.finality) <= 400 and not item.finality.endswith(".")
        kind, value, unit = item.retention.values()
        assert kind in RetentionKind.values
        is_timed = kind == RetentionKind.DURATION
        assert bool(value) == is_timed and (unit in RetentionUnit.values) == is_timed
        said = f"{item.finality} {item.kind}".lower()
        assert not re.search("exempt|nécessaire|necessary|dispens", said)


def test_all_its_words_are_used_and_in_both_languages():
    data = json.loads(files("cookie_pages.known").joinpath("cookies.json").read_text())
    used = {item["words"] for of in data["platforms"] for item in of["cookies"]}
    assert used == set(data["words"])
    for words in data["words"].values():
        assert words["en"] != words["fr"] and "'" not in words["fr"]


@pytest.mark.parametrize(
    "name, platform",
    [
        ("_ga_G4HT7XK2", "Google Analytics"),
        ("_ga_*", "Google Analytics"),
        ("_pk_id.7.1fff", "Matomo"),
        ("_pk_", "Matomo"),
        ("VISITOR_INFO1_LIVE", "YouTube"),
        ("BIGipServerpool", "F5 BIG-IP"),
    ],
)
def test_a_telling_name_is_found_by_itself_its_pattern_or_its_beginning(name, platform):
    assert platform in platforms(name)


def test_a_session_of_the_site_is_never_a_strangers(file):
    assert platforms("sessionid") == ["Django"]
    assert platforms("sessionid", host="photos.example") == ["Photos", "Django"]
    assert platforms("sessionid", platforms=["Photos Inc"]) == ["Django", "Photos"]
    assert "Opendatasoft" in platforms("sessionid", platforms=["Opendatasoft"])


@pytest.mark.parametrize("name", ["fr", "ts", "player", "PREF"])
def test_a_short_name_alone_suggests_nothing(name):
    assert platforms(name) == []


def test_a_short_name_on_its_domain_does():
    assert platforms("fr", host="www.facebook.com") == ["Meta"]


@pytest.mark.parametrize("name", ["", "  ", "*", "\x00", "x" * 5000, "a|b", "["])
def test_an_odd_name_suggests_nothing_and_breaks_nothing(name):
    assert lookup(name) == []


def test_a_file_that_the_site_names_is_read_with_its_patterns_and_periods(file):
    (known,) = lookup("measure_x9")
    assert (known.source, known.provider) == ("Open Cookie Database", "Measures")
    assert known.retention["retention_value"] == 2
    assert lookup("oddly_named")[0].retention == {}
    assert lookup("kept_here")[0].retention["retention_kind"] == "session"


def test_a_file_that_changed_is_read_anew(file):
    assert not platforms("newcomer")
    file.write_text(HEAD + "9,New,Analytics,newcomer,,Words,1 day,New,,0\n")
    assert platforms("newcomer") == ["New"]


@pytest.mark.parametrize(
    "content", [b"", b"a,b\n1,2\n", b"\xff\xfe\x00bad", b"ID\n\x00"]
)
def test_a_file_of_another_format_is_an_error_that_says_so(tmp_path, content):
    path = tmp_path / "odd.csv"
    path.write_bytes(content)
    with pytest.raises(NoDatabase, match="odd.csv"):
        database(str(path))


def test_a_file_that_is_not_there_is_said_by_the_setting(settings):
    settings.COOKIE_PAGES_COOKIE_DATABASE = "/nowhere/cookies.csv"
    with pytest.raises(ImproperlyConfigured, match="COOKIE_PAGES_COOKIE_DATABASE"):
        conf.cookie_database()


@pytest.mark.django_db
def test_the_form_asks_and_gets_fields_but_neither_purpose_nor_exemption(editor):
    make_provider("Matomo")
    answer = editor.get(reverse("cookie_pages_known"), {"name": "_pk_id.1.2"}).json()
    (candidate,) = answer["candidates"]
    assert candidate["fields"] == {
        "finality": "Reconnaître un visiteur d’une visite à l’autre, pour mesurer l’audience",
        "storage_type": "cookie",
        "retention_kind": "duration",
        "retention_value": 13,
        "retention_unit": "month",
    }


@pytest.mark.django_db
def test_a_broken_file_is_told_in_the_form_and_breaks_nothing(editor, file):
    file.write_text("nothing of the kind")
    answer = editor.get(reverse("cookie_pages_known"), {"name": "_pk_id.1.2"})
    assert answer.status_code == 200 and "cookies.csv" in answer.json()["error"]


@pytest.mark.django_db
def test_who_edits_no_cookies_is_told_nothing(client):
    response = client.get(reverse("cookie_pages_known"), {"name": "_ga"})
    assert response.status_code == 302
