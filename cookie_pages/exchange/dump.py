"""Writes all declarations into a file: their latest drafts, in each language."""

import csv
import io
import json
from typing import Any

from openpyxl import Workbook

from ..rules.cells import harmless
from .columns import HEAD, KINDS, all_names, heading, names_of, write

FORMATS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


def dump(wanted: str) -> bytes:
    """The declarations in one of ``FORMATS``."""
    return {"csv": _csv, "xlsx": _xlsx, "json": _json}[wanted]()


def _declared() -> dict[str, list[dict[str, Any]]]:
    """Values by column, of each kind."""
    return {
        kind: [
            _values(kind, item.latest_draft, item) for item in model.with_references()
        ]
        for kind, model in KINDS.items()
    }


def _values(kind, draft, item) -> dict[str, Any]:
    head = {
        "type": kind,
        "key": str(item.translation_key),
        "language": item.locale.language_code,
        "published": item.live,
    }
    return head | {name: write(draft, name) for name in names_of(kind)}


def _cell(value):
    if isinstance(value, bool):
        return "yes" if value else "no"
    return harmless(value)


def _csv() -> bytes:
    names = all_names()
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(map(heading, names))
    for items in _declared().values():
        writer.writerows(
            [_cell(item.get(name, "")) for name in names] for item in items
        )
    # Without the mark, spreadsheets take UTF-8 for the system's own encoding.
    return out.getvalue().encode("utf-8-sig")


def _xlsx() -> bytes:
    book = Workbook(write_only=True)
    for kind, items in _declared().items():
        sheet = book.create_sheet(kind)
        names = [*HEAD, *names_of(kind)]
        sheet.append([heading(name) for name in names])
        for item in items:
            sheet.append([_cell(item[name]) for name in names])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _json() -> bytes:
    content = {
        f"{kind}s": [{n: v for n, v in item.items() if n != "type"} for item in items]
        for kind, items in _declared().items()
    }
    return json.dumps(content, ensure_ascii=False, indent=2).encode()
