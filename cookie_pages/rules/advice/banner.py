"""What a banner may not say, and what it had better not (C8, C12, C13, C22, C30, C34, C40)."""

from collections.abc import Callable
from functools import partial

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from ..durations import overlong
from ..wording import (
    accepts,
    asks,
    legitimate_interest,
    long_sentences,
    misleading_phrases,
    refuses,
    vague_phrases,
)
from .rule import GUIDELINES, RECOMMENDATION, Advice, Level, phrase

FORBIDDEN = Level.FORBIDDEN
TEXTS = ("text", "information_text")


def within(name: str, find: Callable[[str], list[str]]):
    """The first phrase that ``find`` finds in the text of the field."""
    return lambda banner: phrase(find(strip_tags(getattr(banner, name))))


def too_long(name, banner):
    return phrase(overlong(strip_tags(getattr(banner, name)), banner.choice_days))


def unclear(name, is_clear, banner):
    label = getattr(banner, name)
    return bool(label) and not is_clear(label, banner.language) and {"label": label}


def one_label_alone(banner):
    return bool(banner.accept_label) != bool(banner.refuse_label)


def asks_nothing(banner):
    text = strip_tags(banner.text)
    return not misleading_phrases(text) and not asks(text, banner.language)


def for_text(name: str) -> list[Advice]:
    """The rules for one of the two texts."""
    return [
        Advice(
            "C13",
            within(name, misleading_phrases),
            _("“%(phrase)s” misleads visitors."),
            _("Say what is so."),
            f"{GUIDELINES}, par. 24",
            FORBIDDEN,
            name,
        ),
        Advice(
            "C22",
            partial(too_long, name),
            _("“%(phrase)s” is longer than a choice is kept here."),
            _("Leave it out: the banner itself says how long."),
            f"{RECOMMENDATION}, par. 39",
            FORBIDDEN,
            name,
        ),
        Advice(
            "C12",
            within(name, vague_phrases),
            _("“%(phrase)s” names no purpose."),
            _("Say what is done with the data, and for what."),
            f"{GUIDELINES}, par. 22-24",
            field=name,
        ),
        Advice(
            "C34",
            within(name, legitimate_interest),
            _("“%(phrase)s” is no basis for a tracker: consent is, or an exemption."),
            _("Leave it out, or say what is asked."),
            "CNIL, traceurs : que dit la loi ?",
            field=name,
        ),
        Advice(
            "C40",
            within(name, long_sentences),
            _("A sentence has more than 30 words: “%(phrase)s…”"),
            _("Make two of it: what is asked must be clear to everyone."),
            f"{GUIDELINES}, par. 22",
            field=name,
        ),
    ]


BANNER = (
    Advice(
        "C8",
        partial(unclear, "refuse_label", refuses),
        _("“%(label)s” doesn't plainly refuse."),
        _("Use a verb such as refuse or reject, without “accept” and without blame."),
        f"{RECOMMENDATION}, article 2",
        FORBIDDEN,
        "refuse_label",
    ),
    Advice(
        "C8",
        partial(unclear, "accept_label", accepts),
        _("“%(label)s” doesn't plainly accept."),
        _("Use a verb such as accept or allow."),
        f"{RECOMMENDATION}, article 2",
        FORBIDDEN,
        "accept_label",
    ),
    Advice(
        "C8",
        one_label_alone,
        _("Only one of the two labels, accept and refuse, is your own."),
        _("Write both, as a pair such as “Accept all” and “Reject all”, or neither."),
        f"{RECOMMENDATION}, article 2",
        field="refuse_label",
    ),
    Advice(
        "C13",
        asks_nothing,
        _("The text doesn't say that trackers are stored or read with consent."),
        _("Say it, or leave the text empty for the standard sentence."),
        f"{GUIDELINES}, par. 24",
        FORBIDDEN,
        "text",
    ),
    *for_text("text"),
    *for_text("information_text"),
)
