"""Writes the table in ``docs/languages.md`` from the catalogues in ``cookie_pages/locale``.

``python docs/languages_page.py`` after a change of one; a test says when it is due.
"""

from pathlib import Path

import polib
from babel import Locale

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/languages.md"
LOCALE = ROOT / "cookie_pages/locale"
START, END = "<!-- languages -->\n", "<!-- end of languages -->\n"
REVIEWER = "Reviewed-By:"


def row(path):
    """A language, its texts, its forms of a number, and who read them."""
    po = polib.pofile(path / "LC_MESSAGES/django.po")
    forms = po.metadata["Plural-Forms"].partition("nplurals=")[2].partition(";")[0]
    _before, _name, said = po.header.partition(REVIEWER)
    reviewer = said.partition("\n")[0].strip() or "its authors"
    name = Locale(path.name).get_display_name("en")
    return f"| {name} | `{path.name}` | {len(po)} | {forms} | {reviewer} |"


def text():
    """The whole page, with the table as the catalogues have it now."""
    lines = [
        "| language | code | texts | plural forms | reviewed by |",
        "|---|---|---|---|---|",
    ]
    rows = [row(path) for path in LOCALE.iterdir()]
    lines += sorted([*rows, "| English | `en` | the source | 2 | its authors |"])
    before, _start, rest = PAGE.read_text(encoding="utf-8").partition(START)
    _old, _end, after = rest.partition(END)
    return before + START + "\n".join(lines) + "\n" + END + after


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8")
