"""A file in the format of the Open Cookie Database that a site names; nothing of it is here."""

import csv
import re
from functools import lru_cache
from pathlib import Path

from .known import Known

SOURCE = "Open Cookie Database"
COLUMNS = {
    "Platform",
    "Category",
    "Cookie / Data Key name",
    "Domain",
    "Description",
    "Retention period",
    "Data Controller",
    "Wildcard match",
}
HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
PERIOD = re.compile(r"(\d+) (minute|hour|day|week|month|year)s?")
SESSION = ("session", "end of session (browser)")
LASTING = ("forever", "unlimited", "local storage", "persistent")


class NoDatabase(Exception):
    """The file can't be read, or isn't in that format; the message says which."""


def database(path: str) -> tuple[Known, ...]:
    """The cookies of the file, read once as long as it doesn't change."""
    try:
        changed = Path(path).stat().st_mtime_ns
    except OSError as error:
        raise NoDatabase(f"{path} can't be read: {error.strerror}") from error
    return _read(path, changed)


@lru_cache(maxsize=2)
def _read(path: str, changed: int) -> tuple[Known, ...]:
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            missing = COLUMNS - set(rows.fieldnames or ())
            if missing:
                wanted = ", ".join(sorted(missing))
                raise NoDatabase(f"{path} has no column {wanted}.")
            return tuple(_known(row) for row in rows if row["Cookie / Data Key name"])
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise NoDatabase(f"{path} can't be read: {error}") from error


def _known(row: dict) -> Known:
    name = row["Cookie / Data Key name"].strip()
    return Known(
        name=f"{name}*" if row["Wildcard match"] == "1" else name,
        platform=(row["Platform"] or "").strip(),
        finality=(row["Description"] or "").strip(),
        kind=(row["Category"] or "").strip(),
        source=SOURCE,
        provider=(row["Data Controller"] or "").strip(),
        domains=tuple(HOST.findall((row["Domain"] or "").lower())),
        retention=retention(row["Retention period"] or ""),
    )


def retention(text: str) -> dict:
    """The fields of a declaration, as far as the period is one; nothing for “varies”."""
    text = text.strip().lower()
    value = unit = ""
    if text in SESSION:
        kind = "session"
    elif text in LASTING:
        kind = "until_deleted"
    elif period := PERIOD.fullmatch(text):
        kind, value, unit = "duration", int(period[1]), period[2]
    else:
        return {}
    return {"retention_kind": kind, "retention_value": value, "retention_unit": unit}
