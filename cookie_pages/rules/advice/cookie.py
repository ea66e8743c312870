"""What a tracker must say of itself: how long it stays, who sets it, what for (F3, C31, F8)."""

import re

from django.utils.translation import gettext_lazy as _

from ..durations import durations
from ..wording import plain, vague_phrases
from .exemption import EXEMPTION
from .rule import GUIDELINES, Advice, Level, phrase

FORBIDDEN = Level.FORBIDDEN
TIMED = "duration"


def is_declared_otherwise(cookie):
    other = cookie.declared_otherwise()
    return bool(other) and {"purpose": other.purpose}


def says_another_duration(cookie):
    """Whether the words hold durations, and none of them is the one that is given."""
    if cookie.retention_kind != TIMED or not cookie.retention_words:
        return False
    said = durations(cookie.retention_words)
    days = cookie.months * 365.25 / 12
    return bool(said) and all(abs(one - days) > max(4, days / 10) for one in said)


def fetches_data(cookie):
    return cookie.name == "csrftoken" and bool(
        re.search(r"appels? api|api calls?", plain(cookie.finality))
    )


COOKIE = (
    Advice(
        "F3",
        lambda item: item.retention_kind == TIMED and not item.retention_value,
        _("Nothing says how long it stays."),
        _("Say how long: a whole number above 0."),
        "RGPD, art. 13(2)(a)",
        FORBIDDEN,
        "retention_value",
    ),
    Advice(
        "F3",
        lambda item: item.retention_kind == TIMED and not item.retention_unit,
        _("The number has no unit."),
        _("Choose the unit of the number."),
        "RGPD, art. 13(2)(a)",
        FORBIDDEN,
        "retention_unit",
    ),
    Advice(
        "F3",
        lambda item: (
            item.retention_kind != TIMED
            and (item.retention_value is not None or bool(item.retention_unit))
        ),
        _("A number or a unit is given."),
        _("Choose “for a set time”, or empty both."),
        "RGPD, art. 13(2)(a)",
        FORBIDDEN,
        "retention_kind",
    ),
    Advice(
        "C31",
        lambda item: item.party == "third" and not item.host,
        _("The third party has no name."),
        _("Name the third party's domain."),
        f"{GUIDELINES}, par. 25",
        FORBIDDEN,
        "host",
    ),
    Advice(
        "C27",
        is_declared_otherwise,
        _("The same tracker is declared for “%(purpose)s” too."),
        _("It is either exempt or asked for: leave one of the two out."),
        f"{GUIDELINES}, par. 48",
        FORBIDDEN,
        "name",
    ),
    *EXEMPTION,
    Advice(
        "F3",
        says_another_duration,
        _("The words name another duration than the number."),
        _("Make both say the same: the audit compares the number."),
        "RGPD, art. 13(2)(a)",
        field="retention_words",
    ),
    Advice(
        "C12",
        lambda item: phrase(vague_phrases(item.finality)),
        _("“%(phrase)s” names no purpose."),
        _("Say what is done with the data, and for what."),
        f"{GUIDELINES}, par. 22-24",
        field="finality",
    ),
    Advice(
        "F8",
        fetches_data,
        _(
            "csrftoken doesn’t fetch data: it protects forms and requests against forgery."
        ),
        _("Say in the cookie’s purpose that it protects requests against forgery."),
        "Django, « Cross Site Request Forgery protection »",
        field="finality",
    ),
)
