"""What one visitor decided, as the choice cookie holds it (C33). Knows no request.

The visitor's script reads the same grammar (``static_src/choice.js``): pairs of a slug and
digits, nothing encoded.
"""

import re
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from .. import conf
from ..notices.notice import Notice

LONGEST = 4096  # characters of name and value: no browser keeps more
GRAMMAR = re.compile(r"[a-z0-9-]{1,40}=[0-9]{1,11}(&[a-z0-9-]{1,40}=[0-9]{1,11})*")
NUMBER = re.compile(r"[1-9][0-9]{0,10}")
CLOCK_SKEW = 86_400  # seconds that a device's clock may be ahead of ours
DAY = 86_400


@dataclass(frozen=True)
class Choice:
    """Answers by purpose, given at ``at`` (Unix seconds) to the notice's ``terms``."""

    terms: int
    at: int
    answers: dict[str, bool] = field(default_factory=dict)

    @property
    def value(self) -> str:
        """The cookie's value, such as ``terms=3&at=1795426800&statistics=1&video=0``."""
        answers = {slug: int(yes) for slug, yes in self.answers.items()}
        pairs = {"terms": self.terms, "at": self.at} | answers
        return "&".join(f"{name}={value}" for name, value in pairs.items())

    @property
    def date(self) -> datetime:
        return datetime.fromtimestamp(self.at, UTC)

    @property
    def expires_at(self) -> int:
        """When it ends, in Unix seconds: fixed from the choice, not sliding (C22)."""
        return self.at + conf.choice_days() * DAY

    @property
    def expiry(self) -> datetime:
        return datetime.fromtimestamp(self.expires_at, UTC)

    @classmethod
    def newest(cls, values: Iterable[str], notice: Notice) -> "Choice | None":
        """The newest valid one of the cookies of this name: a browser may send several."""
        choices = [cls.parse(value, notice) for value in values]
        valid = [choice for choice in choices if choice]
        return max(valid, key=lambda choice: choice.at, default=None)

    @classmethod
    def parse(cls, value: str | None, notice: Notice) -> "Choice | None":
        """The choice in a cookie's ``value``, or None if anything in it is wrong.

        A slug that the notice doesn't know is passed over: its purpose may have been
        unpublished since. Later terms than the notice's come from a page that is newer.
        """
        fields = _fields(value or "")
        terms, at = fields.pop("terms", ""), fields.pop("at", "")
        if not (NUMBER.fullmatch(terms) and NUMBER.fullmatch(at)):
            return None
        if int(terms) < notice.terms or not set(fields.values()) <= {"0", "1"}:
            return None
        known = [*notice.slugs, *notice.refusable_slugs]
        answers = {slug: fields[slug] == "1" for slug in known if slug in fields}
        choice = cls(int(terms), int(at), answers)
        return choice if choice._is_of_now() else None

    def _is_of_now(self) -> bool:
        now = time.time()
        return self.at <= now + CLOCK_SKEW and now <= self.expires_at


def _fields(value: str) -> dict[str, str]:
    """The pairs in ``value``; none if it isn't written as it should be."""
    too_long = len(conf.cookie_name()) + len(value) > LONGEST
    if too_long or not GRAMMAR.fullmatch(value):
        return {}
    pairs = [pair.split("=") for pair in value.split("&")]
    fields = dict(pairs)
    return fields if len(fields) == len(pairs) else {}
