"""Durations in an editor's own text that are longer than a choice holds (C22)."""

import re

from .wording import plain

DAYS = {
    "minute": 1 / 1440,
    "heure": 1 / 24,
    "hour": 1 / 24,
    "jour": 1,
    "day": 1,
    "semaine": 7,
    "week": 7,
    "mois": 365.25 / 12,
    "month": 365.25 / 12,
    "an": 365.25,
    "année": 365.25,
    "year": 365.25,
}
NUMBERS = {
    word: number
    for number, words in {
        1: ("un", "une", "one"),
        2: ("deux", "two"),
        6: ("six",),
        12: ("douze", "twelve"),
        13: ("treize", "thirteen"),
    }.items()
    for word in words
}
DURATION = re.compile(rf"\b(\d+|{'|'.join(NUMBERS)}) ({'|'.join(DAYS)})s?\b")
OF_A_CHOICE = re.compile(
    r"\b(choix|réponse|accord|consentement|choices?|answers?|consent)\b"
)


def durations(text: str) -> list[float]:
    """The durations that the text names, in days."""
    return [_days(match) for match in DURATION.finditer(plain(text))]


def _days(match: re.Match) -> float:
    return (NUMBERS.get(match[1]) or int(match[1])) * DAYS[match[2]]


def overlong(text: str, days: int) -> list[str]:
    """The durations in sentences about the visitor's choice that are above ``days``, as written."""
    found = []
    for sentence in re.split(r"[.;!?]", plain(text)):
        if OF_A_CHOICE.search(sentence):
            for match in DURATION.finditer(sentence):
                # A month is as long as the longest.
                if _days(match) > days + 4:
                    found.append(match[0])
    return found
