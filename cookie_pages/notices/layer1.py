"""What a visitor must know before choosing, from a notice's own data (C12 to C14)."""

from django.utils.translation import ngettext

from ..models.provider import Role

YEAR = 365.25
MONTH = YEAR / 12


def layer1(texts: dict, days: int) -> dict:
    """What ``asking.html`` is given: who asks, for what, who else, where to, for how long.

    ``days``: how long a choice is kept, in days.
    """
    asked = [purpose for purpose in texts["purposes"] if purpose["needs_consent"]]
    others = {
        provider["id"]: provider
        for purpose in asked
        for provider in purpose["providers"]
        if provider["role"] != Role.SELF
    }
    places = {
        (place, provider["safeguard"]): provider
        for provider in others.values()
        for place in provider["transfers"]
    }
    return {
        "asked": asked,
        "third_parties": [
            provider["legal_name"] or provider["name"] for provider in others.values()
        ],
        "transfers": [
            {"place": place, "safeguard": safeguard, **_lang(provider)}
            for (place, safeguard), provider in places.items()
        ],
        "kept": in_words(days),
    }


def _lang(provider: dict) -> dict:
    return {"lang": provider["lang"]} if "lang" in provider else {}


def in_words(days: int) -> str:
    """A number of days as a visitor would say it: in years or months where it is whole."""
    years = round(days / YEAR)
    if years > 1 and abs(years * YEAR - days) <= 2:
        return ngettext("%(n)d year", "%(n)d years", years) % {"n": years}
    months = round(days / MONTH)
    if months and abs(months * MONTH - days) <= 1:
        return ngettext("%(n)d month", "%(n)d months", months) % {"n": months}
    return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
