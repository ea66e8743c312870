"""What a purpose must say, and when it needs no consent (C1, C12, C14, C26, C28-C30, C34)."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from ..wording import (
    VAGUE_NAMES,
    legitimate_interest,
    misleading_phrases,
    plain,
    vague_phrases,
)
from .rule import GUIDELINES, Advice, Level, phrase

FORBIDDEN = Level.FORBIDDEN
MOST_MONTHS = 25  # C29
SHORTEST_DESCRIPTION = 25  # characters


def is_audience(purpose):
    return purpose.measures_audience and not purpose.needs_consent


def lacks_condition(name, purpose):
    return is_audience(purpose) and not getattr(purpose, name)


def keeps_too_long(purpose):
    return is_audience(purpose) and not (
        0 < (purpose.audience_data_months or 0) <= MOST_MONTHS
    )


def unexempt(purpose):
    cookie = None if purpose.needs_consent else purpose.unexempt_cookie()
    return bool(cookie) and {"cookie": cookie}


def exempt_with_embeds(purpose):
    exempt = not purpose.needs_consent and purpose.has_embeds()
    return exempt and {"purpose": purpose}


CONDITIONS = (
    "audience_only",
    "audience_own",
    "audience_anonymous",
    "audience_single_site",
    "audience_not_crossed",
    "audience_not_given",
)

AUDIENCE = (
    Advice(
        "C28",
        lambda purpose: purpose.measures_audience and purpose.needs_consent,
        _("Audience measurement that needs consent isn't exempt."),
        _("Untick one of the two."),
        f"{GUIDELINES}, par. 50-52",
        FORBIDDEN,
        "measures_audience",
    ),
    *(
        Advice(
            "C28",
            partial(lacks_condition, name),
            _("Without this condition it needs consent."),
            _("Tick it if it is so, or ask for consent."),
            f"{GUIDELINES}, par. 50-52",
            FORBIDDEN,
            name,
        )
        for name in CONDITIONS
    ),
    Advice(
        "C29",
        keeps_too_long,
        _("Exempt audience measurement keeps its data for 25 months at most."),
        _("Say for how many months."),
        f"{GUIDELINES}, par. 52",
        FORBIDDEN,
        "audience_data_months",
    ),
    Advice(
        "C28",
        lambda purpose: is_audience(purpose) and not purpose.audience_reason.strip(),
        _("Nothing says how each condition is met."),
        _("Write it: tool, settings, contract."),
        f"{GUIDELINES}, par. 50-52",
        FORBIDDEN,
        "audience_reason",
    ),
)

PURPOSE = (
    Advice(
        "C12",
        lambda item: item.needs_consent and phrase(vague_phrases(item.description)),
        _("“%(phrase)s” names no purpose."),
        _("Say what is done with the data, and for what."),
        f"{GUIDELINES}, par. 22-24",
        FORBIDDEN,
        "description",
    ),
    Advice(
        "C12",
        lambda item: plain(item.name) in VAGUE_NAMES and {"phrase": item.name},
        _("“%(phrase)s” names no purpose."),
        _("Say what is done with the data, and for what."),
        f"{GUIDELINES}, par. 22-24",
        FORBIDDEN,
        "name",
    ),
    Advice(
        "C30",
        lambda item: phrase(misleading_phrases(item.description)),
        _("“%(phrase)s” misleads visitors."),
        _("Say what is so."),
        f"{GUIDELINES}, par. 24",
        FORBIDDEN,
        "description",
    ),
    *AUDIENCE,
    Advice(
        "C1",
        exempt_with_embeds,
        _(
            "“%(purpose)s” runs without consent: it would let each of these hosts through."
        ),
        _("Choose a purpose that needs consent."),
        "Loi Informatique et Libertés, art. 82",
        FORBIDDEN,
        "needs_consent",
    ),
    Advice(
        "C26",
        unexempt,
        _("The cookie “%(cookie)s” of this purpose names no exempt class."),
        _(
            "Make another, exempt purpose and move its cookies there, each with its class and "
            "reason."
        ),
        f"{GUIDELINES}, par. 49",
        FORBIDDEN,
        "needs_consent",
    ),
    Advice(
        "C12",
        lambda item: 0 < len(item.description.strip()) < SHORTEST_DESCRIPTION,
        _("The description is very short."),
        _("Say what is done with the data, and for what."),
        f"{GUIDELINES}, par. 22-24",
        field="description",
    ),
    Advice(
        "C34",
        lambda item: phrase(legitimate_interest(item.description)),
        _("“%(phrase)s” is no basis for a tracker: consent is, or an exemption."),
        _("Leave it out, or say what is asked."),
        "CNIL, traceurs : que dit la loi ?",
        field="description",
    ),
    Advice(
        "F4",
        lambda item: item.needs_consent and not item.personal_data.strip(),
        _("Nothing says which personal data is read, kept or sent."),
        _("Name the kinds of data, such as “IP address, pages viewed”."),
        "RGPD, art. 13",
        field="personal_data",
    ),
    Advice(
        "C14",
        lambda item: item.needs_consent and item.names_nobody(),
        _("No cookie and no embed of this purpose is declared: it names nobody."),
        _("Declare what it uses, or unpublish it."),
        f"{GUIDELINES}, par. 25",
    ),
)
