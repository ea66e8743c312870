"""What a charter says that isn't so, or leaves out: told to its editor, never rewritten (F8)."""

import re
from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from ..wording import (
    legitimate_interest,
    misleading_phrases,
    vague_phrases,
)
from .charter_facts import FACTS, Charter
from .rule import GUIDELINES, Advice, Said, phrase, said_by


def says(pattern: str, unless: str = "") -> Callable[[Charter], bool]:
    """Whether the text has the pattern, and not the other one."""
    return lambda charter: bool(
        re.search(pattern, charter.text)
        and not (unless and re.search(unless, charter.text))
    )


def wrong_csrf(charter: Charter) -> bool:
    return any(
        name == "csrftoken" and "appels api" in finality
        for name, finality in charter.rows
    )


ADVICE = (
    Advice(
        "C12",
        lambda charter: phrase(vague_phrases(charter.text)),
        _("“%(phrase)s” names no purpose."),
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
    *FACTS,
    Advice(
        "C30",
        lambda charter: phrase(misleading_phrases(charter.text)),
        _("“%(phrase)s” misleads visitors."),
        _("Say what is so."),
        f"{GUIDELINES}, par. 24",
    ),
    Advice(
        "C34",
        lambda charter: phrase(legitimate_interest(charter.text)),
        _("“%(phrase)s” is no basis for a tracker: consent is, or an exemption."),
        _("Leave it out, or say what is asked."),
        "CNIL, traceurs : que dit la loi ?",
    ),
)


def advice_for(charter: Charter) -> list[Said]:
    """What each rule that applies says of the charter, in the order of its text."""
    return said_by(ADVICE, charter)
