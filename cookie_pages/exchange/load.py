"""Puts the rows of a file into declarations: all of them or none, and first as a rehearsal."""

from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale

from ..notices.forecast import Forecast, forecast_drafts
from .columns import (
    HEAD,
    KINDS,
    Wrong,
    heading,
    locale_of,
    names_of,
    parse,
    truth,
    write,
)
from .find import item_of, referred
from .tables import Row

ORDER = list(KINDS)


class Fault(NamedTuple):
    """What is wrong, in which row and column."""

    place: str
    column: str
    message: str


class Change(NamedTuple):
    """What a row makes new or different: pairs of values by column."""

    kind: str
    name: str
    language: str
    is_new: bool
    fields: list[tuple[str, str, str]]


@dataclass
class Outcome:
    changes: list[Change] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    same: int = 0
    forecasts: list[Forecast] = field(default_factory=list)


def load(rows: list[Row], user=None, publish=False, rehearse=False) -> Outcome:
    """Make each row a draft, or with ``publish`` publish those that say so.

    Nothing is kept if one row is wrong, or with ``rehearse``. Publishing follows the rules of the
    form; a draft may lack what publishing asks.
    """
    outcome = Outcome()
    with transaction.atomic():
        loader = _Loader(outcome, user, publish)
        for row in sorted(rows, key=_order):
            loader.take(row)
        if publish and not outcome.faults:
            # What is live now, against what visitors were shown last.
            outcome.forecasts = forecast_drafts([])
        if outcome.faults or rehearse:
            transaction.set_rollback(True)
    return outcome


def _order(row: Row):
    """Purposes and providers before what names them, sources before translations."""
    first = ("", Locale.get_default().language_code)
    return ORDER.index(row.kind), row.cells.get("language", "") not in first


def _key(text: str) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError as error:
        raise Wrong(_("“%(key)s” is no key.") % {"key": text}) from error


HEAD_CELLS = {"language": locale_of, "published": truth, "key": _key}


class _Loader:
    def __init__(self, outcome, user, publish):
        self.outcome = outcome
        self.user = user
        self.publish = publish

    def take(self, row: Row) -> None:
        faults = len(self.outcome.faults)
        head = self._head(row)
        if head is None:
            return
        publish = self.publish and head["published"]
        item = item_of(row, head["language"], head["key"])
        before = {} if item._state.adding else _values(row.kind, item)
        for name, text in row.cells.items():
            if name not in HEAD:
                self._put(row, item, name, text)
        item.is_draft = not publish
        if len(self.outcome.faults) == faults and self._is_valid(row, item):
            self._keep(row, item, before, publish)

    def _head(self, row) -> dict | None:
        """The language, whether it is published, and the key; None where one is wrong."""
        head = {}
        for name, reading in HEAD_CELLS.items():
            try:
                head[name] = reading(row.cells.get(name, ""))
            except Wrong as error:
                self._fault(row, name, str(error))
                return None
        return head

    def _fault(self, row, column, message):
        self.outcome.faults.append(Fault(row.place, column, message))

    def _put(self, row, item, name, text):
        if name not in names_of(row.kind):
            return
        try:
            setattr(item, name, parse(row.kind, name, text, referred))
        except Wrong as error:
            self._fault(row, name, str(error))

    def _is_valid(self, row, item) -> bool:
        try:
            if item.source_version is not item:
                item.take_from(item.source_version)
            item.full_clean(exclude=_not_yet_written(item) if item.is_draft else None)
        except ValidationError as error:
            for name, messages in error.message_dict.items():
                self._fault(row, "" if name == "__all__" else name, " ".join(messages))
            return False
        return True

    def _keep(self, row, item, before, publish):
        after = _values(row.kind, item)
        fields = [
            (heading(name), str(before.get(name, "")), str(value))
            for name, value in after.items()
            if str(before.get(name, "")) != str(value)
        ]
        is_new = item._state.adding
        if not fields and not is_new and not (publish and not item.live):
            self.outcome.same += 1
            return
        if is_new:
            item.has_unpublished_changes = True
            item.save()
        revision = item.save_revision(user=self.user, clean=False, log_action=True)
        if publish:
            revision.publish(user=self.user)
        language = item.locale.language_code
        change = Change(row.kind, str(item), language, is_new, fields)
        self.outcome.changes.append(change)


def _not_yet_written(item) -> list[str]:
    """The fields that publishing needs and that a draft may leave empty."""
    texts = (f for f in item._meta.fields if not f.blank and not f.is_relation)
    return [field.name for field in texts if getattr(item, field.attname) == ""]


def _values(kind, item) -> dict:
    return {name: write(item, name) for name in names_of(kind)}
