"""Names of trackers as they are told: one for all visitors, and printable."""

import re

# What carries an identifier in a name: a digit in a part of four characters, or digits alone.
CARRIES_ID = re.compile(r"(?=[^._-]*\d)[^._-]{4,}|\d+")


def grouped(name: str) -> str:
    """``name`` with ``*`` for what differs from visitor to visitor, as in ``_ga_*``."""
    parts = re.split(r"([._-])", printable(name))
    first = next((index for index, part in enumerate(parts) if part.strip("._-")), 0)
    for index, part in enumerate(parts):
        if index > first and CARRIES_ID.fullmatch(part):
            parts[index] = "*"
    return re.sub(r"\*([._-]\*)+", "*", "".join(parts))


def printable(name: str) -> str:
    """``name`` with each unprintable character as an escape."""
    return "".join(
        letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in name
    )
