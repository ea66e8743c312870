"""Which declaration a row is about, and which ones it names."""

from uuid import UUID

from django.utils.translation import gettext as _
from wagtail.models import Locale

from ..models import Provider, Purpose
from ..models.declaration import Declaration
from .columns import KINDS, REFERENCES, Wrong
from .tables import Row


def item_of(row: Row, locale: Locale, key: UUID | None) -> Declaration:
    """Its latest draft, by its key or else by what people call it; else a new one."""
    items = KINDS[row.kind].objects.filter(locale=locale)
    found = items.filter(translation_key=key).first() if key else None
    found = found or items.filter(**_called(row)).first()
    return found.get_latest_revision_as_object() if found else _new(row, locale, key)


def _called(row: Row) -> dict[str, str]:
    """What tells it from others of its kind and language, as filters."""
    cells = row.cells
    if row.kind == "purpose":
        return {"slug": cells.get("slug", "")}
    if row.kind == "provider":
        return {"name__iexact": cells.get("name", "")}
    return {
        "name": cells.get("name", ""),
        "storage_type": cells.get("storage_type") or "cookie",
        "host": cells.get("host", ""),
    }


def _new(row: Row, locale: Locale, key: UUID | None) -> Declaration:
    item = KINDS[row.kind](locale=locale, live=False)
    item.translation_key = key or item.translation_key
    if row.kind == "purpose":
        item.sort_order = Purpose.next_order()
    return item


def referred(name: str, text: str) -> Declaration | None:
    """The purpose or the provider that a cell names. Raises ``Wrong`` where there is none."""
    if not text:
        return None
    model = Provider if name == "provider" else Purpose
    found = model.objects.filter(**{REFERENCES[name]: text}).order_by("pk").first()
    if found:
        return found.source_version
    none = (
        _("There is no provider “%(text)s”.")
        if model is Provider
        else _("There is no purpose “%(text)s”.")
    )
    raise Wrong(none % {"text": text})
