"""A made-up language for tests: longer by half, in Arabic letters, from right to left."""

import re

import polib

from tests.unit.test_visitor_languages import catalogue

CODE = "ar"
LATIN = "abcdefghijklmnopqrstuvwxyz"
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنه"
LETTERS = str.maketrans(LATIN + LATIN.upper(), ARABIC * 2)
KEPT = re.compile(r"(%\(\w+\)[sd]|<[^>]+>|https?://\S+)")
FILLER = " وهكذا دواليك ثم دواليك مرة أخرى"


def pseudo(text):
    """``text`` in the made-up language; placeholders, tags and addresses stay."""
    pieces = [
        piece if KEPT.fullmatch(piece) else piece.translate(LETTERS)
        for piece in KEPT.split(text)
    ]
    size = len(text) // 2
    return "".join(pieces) + (FILLER * (size // len(FILLER) + 1))[:size]


def write_catalogue(folder):
    """All that visitors read, as a site would add a language of its own."""
    po = polib.POFile()
    po.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    for entry in catalogue("de"):
        if entry.msgid == "en":
            entry.msgstr = CODE
        elif entry.msgid_plural:
            forms = (entry.msgid, entry.msgid_plural)
            entry.msgstr_plural = dict(enumerate(map(pseudo, forms)))
        else:
            entry.msgstr = pseudo(entry.msgid)
        po.append(entry)
    place = folder / CODE / "LC_MESSAGES"
    place.mkdir(parents=True)
    po.save_as_mofile(place / "django.mo")
