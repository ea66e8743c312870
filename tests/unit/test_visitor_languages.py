"""What visitors read, in the 24 official languages of the European Union."""

from collections import Counter
from re import findall

import polib
import pytest
from django.utils.translation import gettext, override

from cookie_pages.models.retention import retention_text
from cookie_pages.rules.languages import is_spoken, language_of_words
from tests.unit.test_catalogue import ROOT, texts_of

OFFICIAL = set(
    "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv".split()
)
LOCALE = ROOT / "cookie_pages" / "locale"
# French holds the administration's texts too, and has a test of its own.
TRANSLATED = sorted(OFFICIAL - {"en", "fr"})
EACH = pytest.mark.parametrize("code", TRANSLATED)
BY_LIBRARIES = ("A country:", "A month:")


def catalogue(code, suffix="po"):
    path = LOCALE / code / "LC_MESSAGES" / f"django.{suffix}"
    return polib.pofile(path) if suffix == "po" else polib.mofile(path)


def own_entries(code):
    return [
        entry for entry in catalogue(code) if not entry.comment.startswith(BY_LIBRARIES)
    ]


def texts_of_visitors_templates():
    package = ROOT / "cookie_pages"
    hidden = {"admin", "preview"}
    templates = [
        path
        for folder in (package / "templates", package / "themes")
        for path in folder.rglob("*.html")
        if not hidden & set(path.relative_to(package).parts)
    ]
    assert len(templates) > 30
    return {text for path in templates for text in texts_of(path)}


def test_each_official_language_has_its_catalogue():
    assert {path.name for path in LOCALE.iterdir()} | {"en"} == OFFICIAL
    assert {code for code in OFFICIAL if is_spoken(code)} == OFFICIAL


@EACH
def test_it_has_each_text_that_a_template_shows_to_visitors(code):
    known = {(entry.msgctxt, entry.msgid) for entry in catalogue(code)}
    editors = {
        (None, "Visitors never see this: its host belongs to no purpose."),
        (None, "Visitors see this once they accept “%(name)s”."),
    }
    assert texts_of_visitors_templates() - known - editors == set()


@EACH
def test_it_has_the_same_texts_as_the_others(code):
    def known(code):
        return [(entry.msgctxt, entry.msgid) for entry in own_entries(code)]

    assert known(code) == known("de")
    assert set(known(code)) <= {(e.msgctxt, e.msgid) for e in catalogue("fr")}


@EACH
def test_every_text_is_translated_with_its_placeholders(code):
    def names(text):
        return Counter(findall(r"%\(\w+\)[sd]", text))

    for entry in catalogue(code):
        if not entry.msgid_plural:
            assert entry.msgstr.strip(), entry.msgid
            assert names(entry.msgstr) == names(entry.msgid), entry.msgid
        for text in entry.msgstr_plural.values():
            assert text.strip(), entry.msgid
            allowed = names(entry.msgid) | names(entry.msgid_plural)
            assert names(text) <= allowed, entry.msgid
            assert names(text), entry.msgid


@EACH
def test_what_is_compiled_is_what_is_written(code):
    def texts(suffix):
        return {
            (entry.msgctxt, entry.msgid): entry.msgstr or entry.msgstr_plural
            for entry in catalogue(code, suffix)
            if entry.msgid
        }

    assert texts("mo") == texts("po")


@EACH
def test_it_says_who_read_it(code):
    assert "Reviewed-By: " in catalogue(code).header


@EACH
def test_it_has_as_many_plural_forms_as_its_rule_names(code):
    count = int(catalogue(code).metadata["Plural-Forms"][9])
    plurals = [entry for entry in catalogue(code) if entry.msgid_plural]
    assert len(plurals) == 7
    assert {len(entry.msgstr_plural) for entry in plurals} == {count}


@pytest.mark.parametrize(
    ("code", "number", "text"),
    [
        ("de", 1, "1 Monat"),
        ("de", 13, "13 Monate"),
        ("pl", 1, "1 miesiąc"),
        ("pl", 3, "3 miesiące"),
        ("pl", 13, "13 miesięcy"),
        ("pl", 22, "22 miesiące"),
        ("cs", 4, "4 měsíce"),
        ("cs", 5, "5 měsíců"),
        ("ro", 13, "13 luni"),
        ("ro", 24, "24 de luni"),
        ("sl", 1, "1 mesec"),
        ("sl", 2, "2 meseca"),
        ("sl", 3, "3 meseci"),
        ("sl", 13, "13 mesecev"),
        ("lt", 21, "21 mėnuo"),
        ("lt", 13, "13 mėnesių"),
        ("lv", 1, "1 mēnesis"),
        ("lv", 2, "2 mēneši"),
        ("lv", 13, "13 mēnešu"),
        ("hr", 21, "21 mjesec"),
        ("hr", 13, "13 mjeseci"),
        ("mt", 1, "xahar 1"),
        ("mt", 6, "6 xhur"),
        ("mt", 13, "13-il xahar"),
        ("mt", 25, "25 xahar"),
        ("ga", 7, "7 mí"),
        ("hu", 13, "13 hónap"),
    ],
)
def test_a_number_takes_the_form_of_its_language(code, number, text):
    with override(code):
        assert retention_text("duration", number, "month") == text


@EACH
def test_countries_come_in_the_language(code):
    with override(code):
        assert gettext("Germany") != "Germany"


@pytest.mark.parametrize("first", ["fr", "en-gb"])
def test_a_language_that_isnt_spoken_meets_the_sites_first_one(first, settings):
    settings.LANGUAGE_CODE = first
    settings.LANGUAGES = settings.LANGUAGES  # Django forgets its catalogues
    assert language_of_words("eu") == first.split("-")[0]
    assert language_of_words("de-at") == "de-at"
    assert not is_spoken("eu")
