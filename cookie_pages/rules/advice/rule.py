"""What a rule is: small, and the same for a charter, a banner and each declaration."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from django.utils.functional import Promise

GUIDELINES = "CNIL, lignes directrices 2020-091"
RECOMMENDATION = "CNIL, recommandation 2020-092"


class Level(StrEnum):
    """``FORBIDDEN`` stops a publication, never a draft; ``ADVICE`` stops nothing."""

    FORBIDDEN = "forbidden"
    ADVICE = "advice"


class Advice(NamedTuple):
    """One rule: whether it ``applies``, what is wrong, what to do, and where it comes from.

    ``applies`` takes the text or the data and returns whether it breaks the rule, or the words
    to put in the message. ``field``: the field of the form beside which it is said.
    """

    rule: str
    applies: Callable[[Any], bool | Mapping[str, object]]
    message: Promise
    remedy: Promise
    source: str
    level: Level = Level.ADVICE
    field: str = ""


class Said(NamedTuple):
    """What a rule says of one text or of its data."""

    rule: str
    level: Level
    field: str
    message: str
    remedy: str
    source: str

    def __str__(self) -> str:
        return f"{self.message} {self.remedy} ({self.source})"


def said_by(rules: Iterable[Advice], subject: object) -> list[Said]:
    """What each rule that applies says, in the order of the rules."""
    return [
        Said(
            item.rule,
            item.level,
            item.field,
            str(item.message) % found
            if isinstance(found, Mapping)
            else str(item.message),
            str(item.remedy),
            item.source,
        )
        for item in rules
        if (found := item.applies(subject))
    ]


def phrase(found: list[str]) -> dict[str, str] | bool:
    """For a message that quotes the first of the phrases found."""
    return {"phrase": found[0]} if found else False
