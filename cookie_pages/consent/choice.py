"""What one visitor decided, as the choice cookie holds it (C33). Knows no request."""

import re
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlencode

from .. import conf
from ..notices.notice import Notice

LONGEST = 2000  # characters of name and value; the visitor's script has the same limit
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
        return urlencode({"terms": self.terms, "at": self.at} | answers)

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
    def parse(cls, value: str | None, notice: Notice) -> "Choice | None":
        """The choice in a cookie's ``value``, or None if anything in it is wrong.

        A slug that the notice doesn't know is passed over: its purpose may have been
        unpublished since.
        """
        if not value or len(conf.cookie_name()) + 1 + len(value) > LONGEST:
            return None
        pairs = parse_qsl(value, keep_blank_values=True)
        fields = dict(pairs)
        terms, at = fields.pop("terms", ""), fields.pop("at", "")
        if len(fields) + 2 != len(pairs) or not set(fields.values()) <= {"0", "1"}:
            return None
        if terms != str(notice.terms) or not NUMBER.fullmatch(at):
            return None
        known = [*notice.slugs, *notice.refusable_slugs]
        answers = {slug: fields[slug] == "1" for slug in known if slug in fields}
        choice = cls(notice.terms, int(at), answers)
        return choice if choice._is_of_now() else None

    def _is_of_now(self) -> bool:
        now = time.time()
        return self.at <= now + CLOCK_SKEW and now <= self.expires_at
