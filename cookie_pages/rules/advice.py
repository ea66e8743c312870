"""What a charter says that isn't so, or leaves out: told to its editor, never rewritten (F8)."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .wording import plain

GUIDELINES = "CNIL, lignes directrices 2020-091"


class Charter(NamedTuple):
    """What the rules read: all text in plain lower case, the names of the blocks, the rows."""

    text: str
    blocks: frozenset[str]
    rows: tuple[tuple[str, str], ...]  # name and purpose of each cookie

    @classmethod
    def of(
        cls,
        texts: Iterable[str],
        blocks: Iterable[str],
        rows: Iterable[tuple[str, str]],
    ) -> "Charter":
        return cls(
            plain(" ".join(texts)),
            frozenset(blocks),
            tuple((name, plain(finality)) for name, finality in rows),
        )


class Advice(NamedTuple):
    """One rule: whether it ``applies``, what is wrong, what to do, and where it comes from."""

    rule: str
    applies: Callable[[Charter], bool]
    message: Promise
    remedy: Promise
    source: str


def says(pattern: str, unless: str = "") -> Callable[[Charter], bool]:
    """Whether the text has the pattern, and not the other one."""
    return lambda charter: bool(
        re.search(pattern, charter.text)
        and not (unless and re.search(unless, charter.text))
    )


def lacks(block: str) -> Callable[[Charter], bool]:
    return lambda charter: block not in charter.blocks


def wrong_csrf(charter: Charter) -> bool:
    return any(
        name == "csrftoken" and "appels api" in finality
        for name, finality in charter.rows
    )


ADVICE = (
    Advice(
        "C12",
        says(r"meilleur service possible|best possible service"),
        _("“The best possible service” names no purpose."),
        _("Say what the cookies are for, in the banner too."),
        f"{GUIDELINES}, par. 22-24",
    ),
    Advice(
        "C2",
        says(
            r"cookies?\W*est une suite|a cookie is",
            r"traceur|tracker|stockage local",
        ),
        _(
            "Only cookies are defined: the law covers every tracker, such as local storage, pixels "
            "and fingerprints."
        ),
        _("Add a sentence on other trackers."),
        f"{GUIDELINES}, par. 13-14",
    ),
    Advice(
        "F9",
        says(r"n[ée]cessaires\W*, internes"),
        _(
            "“Necessary” says what for, “internal” by whom: a necessary tracker may come from a "
            "third party, and an internal one may need consent."
        ),
        _(
            "Show who sets each cookie and whether consent is needed, as columns of the table."
        ),
        f"{GUIDELINES}, par. 47-49",
    ),
    Advice(
        "C27",
        says(r"identifiants de connexion.*ne requi[eè]rent pas de consentement"),
        _(
            "What serves a login or a shopping basket is exempt only while it serves nothing else; "
            "and a session cookie holds an identifier, not credentials."
        ),
        _("Give each exempt cookie its class and reason."),
        f"{GUIDELINES}, par. 47-49",
    ),
    Advice(
        "C28",
        says(r"statistiques sont anonymes.*consentement.*n'est pas n[ée]cessaire"),
        _(
            "Anonymous statistics alone aren’t exempt: there are other conditions, 13 and 25 "
            "months at most, and visitors can refuse."
        ),
        _(
            "Declare an exempt audience measurement with its six conditions, or ask for consent."
        ),
        f"{GUIDELINES}, par. 50-52",
    ),
    Advice(
        "C1",
        says(r"finalit[ée]s publicitaires", r"publicitaires[^.]*consentement"),
        _("The text speaks of advertising without saying that it needs consent."),
        _("Say so, or that this site has none."),
        "Loi Informatique et Libertés, art. 82",
    ),
    Advice(
        "C14",
        says(
            r"third[- ]party|tierce partie", r"aucun cookie tiers|no third-party cookie"
        ),
        _("Third-party cookies are defined, but not whether this site has any."),
        _("Say that it has none, or who they are from: the block of recipients does."),
        f"{GUIDELINES}, par. 25, 38",
    ),
    Advice(
        "F8",
        wrong_csrf,
        _(
            "csrftoken doesn’t fetch data: it protects forms and requests against forgery."
        ),
        _("Say in the cookie’s purpose that it protects requests against forgery."),
        "Django, « Cross Site Request Forgery protection »",
    ),
    Advice(
        "F4",
        lacks("contact"),
        _("Nothing says who is responsible, whom to ask, and where to complain."),
        _("Add the block “Contact and rights”."),
        "RGPD, art. 13",
    ),
    Advice(
        "F6",
        lacks("preferences_button"),
        _("Nothing leads from here to the choice."),
        _("Add the block with the button that opens it."),
        f"RGPD, art. 7(3); {GUIDELINES}, par. 31",
    ),
    Advice(
        "F7",
        lacks("updated"),
        _("Nothing says when the charter was last updated."),
        _("Add the block “Last-updated date”."),
        "RGPD, art. 12",
    ),
)


def advice_for(charter: Charter) -> list[Advice]:
    """Each rule that applies to the charter, in the order of its text."""
    return [item for item in ADVICE if item.applies(charter)]
