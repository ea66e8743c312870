"""The French catalogues are complete: each text of the source is in them, translated."""

import io
from pathlib import Path

import polib
import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.utils.translation.template import templatize

ROOT = Path(__file__).parents[2]
# The folders whose texts each catalogue holds.
CATALOGUES = {
    "cookie_pages/locale": ["cookie_pages"],
    "site/locale": ["site", "templates"],
}
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
}
EACH = pytest.mark.parametrize("locale", CATALOGUES)


def catalogue(locale, suffix="po"):
    path = ROOT / locale / "fr" / "LC_MESSAGES" / f"django.{suffix}"
    return polib.pofile(path) if suffix == "po" else polib.mofile(path)


def texts_of(path):
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        source = templatize(source)
    found = extract("python", io.BytesIO(source.encode()), keywords=KEYWORDS)
    for _, message, _, context in found:
        text = message[0] if isinstance(message, tuple) else message
        yield context, text


@EACH
def test_nothing_is_untranslated_or_fuzzy(locale):
    po = catalogue(locale)
    assert not [entry.msgid for entry in po.untranslated_entries()]
    assert not [entry.msgid for entry in po.fuzzy_entries()]
    assert not po.metadata_is_fuzzy


@EACH
def test_every_text_of_the_source_is_in_the_catalogue(locale):
    known = {(entry.msgctxt, entry.msgid) for entry in catalogue(locale)}
    paths = [
        path
        for folder in CATALOGUES[locale]
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".html")
    ]
    wanted = {found for path in paths for found in texts_of(path)}
    assert len(wanted) > 10
    assert wanted - known == set()
    assert known - wanted == set()


@EACH
def test_what_is_compiled_is_what_is_written(locale):
    written = {entry.msgid: entry.msgstr for entry in catalogue(locale)}
    compiled = {
        entry.msgid: entry.msgstr for entry in catalogue(locale, "mo") if entry.msgid
    }
    assert compiled == written


@EACH
def test_placeholders_survive_the_translation(locale):
    for entry in catalogue(locale):
        for translated in [entry.msgstr, *entry.msgstr_plural.values()]:
            if translated:
                assert entry.msgid.count("%(") == translated.count("%(")
