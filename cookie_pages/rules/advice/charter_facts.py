"""What the rules read of a charter, and what its blocks and tables leave out (F3-F9, C32)."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from ..wording import plain
from .rule import GUIDELINES, Advice


class Charter(NamedTuple):
    """What the rules read: all text in plain lower case, the names of the blocks, the rows.

    ``hidden``: the columns that its tables leave out. ``asks``: whether a declared purpose needs
    consent. ``has_recipients``: whether a provider of the rows is somebody else.
    """

    text: str
    blocks: frozenset[str]
    rows: tuple[tuple[str, str], ...]  # name and purpose of each cookie
    hidden: frozenset[str] = frozenset()
    asks: bool = True
    has_recipients: bool = False

    @classmethod
    def of(
        cls,
        texts: Iterable[str],
        blocks: Iterable[str],
        rows: Iterable[tuple[str, str]],
        **facts,
    ) -> "Charter":
        return cls(
            plain(" ".join(texts)),
            frozenset(blocks),
            tuple((name, plain(finality)) for name, finality in rows),
            **facts,
        )


def lacks(block: str) -> Callable[[Charter], bool]:
    return lambda charter: block not in charter.blocks


def hides(*columns: str) -> Callable[[Charter], bool]:
    return lambda charter: bool(charter.hidden.intersection(columns))


FACTS = (
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
    Advice(
        "F3",
        hides("show_retention"),
        _("The tables don’t say how long each cookie is kept."),
        _("Show that column."),
        "RGPD, art. 13(2)(a)",
    ),
    Advice(
        "F9",
        hides("show_party", "show_consent"),
        _("The tables don’t say who sets each cookie, or whether consent is needed."),
        _("Show these columns."),
        f"{GUIDELINES}, par. 46-49",
    ),
    Advice(
        "F5",
        lambda charter: charter.has_recipients and "recipients" not in charter.blocks,
        _(
            "The page doesn’t list who receives data, in which country and with which safeguard."
        ),
        _("Add the block “Who receives data”."),
        "RGPD, art. 13(1)(e)(f)",
    ),
    Advice(
        "C32",
        lambda charter: (
            not charter.asks
            and any(name == "cookies_preferences" for name, _finality in charter.rows)
        ),
        _(
            "Every declared purpose is exempt: there is no choice for this cookie to keep."
        ),
        _("Take it out of the tables, or declare what needs consent."),
        f"{GUIDELINES}, par. 49",
    ),
)
