"""Downloads that an editor reads: headings and values in words, local times, safe to open."""

from datetime import date, datetime
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.timezone import is_aware, localdate, localtime, now
from django.utils.translation import gettext as _
from wagtail.coreutils import multigetattr

from ..rules.cells import harmless


class Exported(NamedTuple):
    """One column of a download; ``value`` is an accessor, or a function of the row.

    Without a heading it has that of the model's field.
    """

    name: str
    heading: str | Promise | None = None
    value: object = None

    def of(self, item):
        if callable(self.value):
            return self.value(item)
        return multigetattr(item, self.value or self.name)


def in_words(value):
    """Yes and no in words, a time by the site's clock, nothing as an empty cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return (localtime(value) if is_aware(value) else value).replace(tzinfo=None)
    return value if isinstance(value, int | float | date) else str(value)


class Streamed:
    """A queryset that isn't held in memory, as an export walks through it once."""

    def __init__(self, queryset):
        self.queryset = queryset
        self.model = queryset.model

    def __iter__(self):
        return self.queryset.iterator(chunk_size=1000)


class InWordsMixin:
    """For Wagtail's lists with downloads: ``exported`` are the columns, in order."""

    exported: list[Exported] = []

    @property
    def list_export(self):
        return [column.name for column in self.exported]

    @property
    def export_headings(self):
        headed = (column for column in self.exported if column.heading)
        return {column.name: column.heading for column in headed}

    def get_filename(self):
        today = localdate() if is_aware(now()) else now().date()
        return f"{slugify(self.get_page_title())}-{today.isoformat()}"

    def to_row_dict(self, item):
        return {column.name: in_words(column.of(item)) for column in self.exported}

    def as_spreadsheet(self, queryset, spreadsheet_format):
        return super().as_spreadsheet(Streamed(queryset), spreadsheet_format)

    def preprocess_field_value(self, field, value, export_format):
        if isinstance(value, datetime) and export_format == self.FORMAT_CSV:
            value = value.isoformat(" ", "seconds")
        return harmless(super().preprocess_field_value(field, value, export_format))
