"""Reads a file of declarations: CSV, XLSX or JSON, ours or another tool's."""

import csv
import io
import json
from typing import NamedTuple
from zipfile import BadZipFile

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from ..rules.cells import plain_text
from .columns import KINDS, by_heading
from .foreign import from_json, from_table

MOST_BYTES = 5_000_000
MOST_ROWS = 10_000


class Row(NamedTuple):
    """One declaration as it was written: its cells by column, and where it stands."""

    kind: str
    cells: dict[str, str]
    place: str


class Unreadable(ValueError):
    """The file as a whole can't be read; the message says why."""


def read(name: str, data: bytes) -> list[Row]:
    """The rows of the file called ``name``. Raises ``Unreadable``."""
    if len(data) > MOST_BYTES:
        raise Unreadable(_("The file is larger than 5 MB."))
    ending = name.rpartition(".")[2].lower()
    readers = {"csv": _csv, "xlsx": _xlsx, "json": _json}
    if ending not in readers:
        raise Unreadable(_("Give a file whose name ends in .csv, .xlsx or .json."))
    rows = readers[ending](data)
    if not rows:
        raise Unreadable(_("The file holds no declaration."))
    if len(rows) > MOST_ROWS:
        raise Unreadable(_("The file holds more than 10,000 rows."))
    return rows


def _text(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(_("The text of the file can’t be read: save it as UTF-8."))


def _csv(data: bytes) -> list[Row]:
    text = _text(data)
    first = text.partition("\n")[0]
    # What French spreadsheets write, where numbers have a comma.
    delimiter = max(",;\t", key=first.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise Unreadable(_("This is no CSV: %(error)s") % {"error": error}) from error
    return _rows(lines, lambda number: _("row %(number)s") % {"number": number})


def _xlsx(data: bytes) -> list[Row]:
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = [(sheet.title, list(sheet.values)) for sheet in book.worksheets]
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise Unreadable(_("This is no XLSX spreadsheet.")) from error
    rows = []
    for title, lines in sheets:
        rows += _rows(
            lines,
            lambda number, title=title: (
                _("%(sheet)s, row %(number)s") % {"sheet": title, "number": number}
            ),
        )
    return rows


def _rows(lines, place) -> list[Row]:
    """The rows of a table of which the first line that isn't empty is that of headings."""
    filled = [
        (number, [_cell(value) for value in line])
        for number, line in enumerate(lines, start=1)
        if any(value not in (None, "") for value in line)
    ]
    if not filled:
        return []
    (_number, headings), *rest = filled
    columns = [by_heading().get(title.casefold()) for title in headings]
    if "type" not in columns:
        found = [
            (place(n), dict(zip(headings, cells, strict=False))) for n, cells in rest
        ]
        return _foreign(from_table(headings, found), headings)
    rows = []
    for number, cells in rest:
        named = {
            column: plain_text(cell)
            for column, cell in zip(columns, cells, strict=False)
            if column
        }
        rows.append(_row(named, place(number)))
    return rows


def _row(cells: dict[str, str], place: str) -> Row:
    kind = cells.pop("type", "").casefold()
    if kind not in KINDS:
        words = {"place": place, "kind": kind, "known": ", ".join(KINDS)}
        raise Unreadable(
            _("%(place)s: the type “%(kind)s” isn’t one of %(known)s.") % words
        )
    return Row(kind, cells, place)


def _foreign(rows, headings) -> list[Row]:
    if rows is None:
        raise Unreadable(
            _(
                "These headings are those of no format that is known: %(headings)s. Export the "
                "declarations once, and use that file as a model."
            )
            % {"headings": ", ".join(filter(None, headings))[:300]}
        )
    return [Row(kind, cells, place) for kind, cells, place in rows]


def _cell(value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()


def _json(data: bytes) -> list[Row]:
    try:
        content = json.loads(_text(data))
    except (ValueError, RecursionError) as error:
        raise Unreadable(_("This is no JSON: %(error)s") % {"error": error}) from error
    if isinstance(content, dict) and (other := from_json(content)) is not None:
        return _foreign(other, [])
    rows = []
    for kind in KINDS:
        items = content.get(f"{kind}s", []) if isinstance(content, dict) else None
        if not isinstance(items, list) or not all(isinstance(i, dict) for i in items):
            raise Unreadable(
                _("The JSON holds no lists “purposes”, “providers” and “cookies”.")
            )
        for number, item in enumerate(items, start=1):
            cells = {name: _json_cell(value) for name, value in item.items()}
            rows.append(Row(kind, cells, f"{kind}s[{number}]"))
    return rows


def _json_cell(value) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else _cell(value)
