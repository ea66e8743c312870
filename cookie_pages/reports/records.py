"""How many chose what, over a period; each record as CSV or XLSX."""

import django_filters
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.widgets import Button
from wagtail.coreutils import get_content_languages
from wagtail.models import Site

from .. import rollups
from ..exports import json_lines
from ..models import ConsentNotice, ConsentRecord
from .again import asked_again
from .base import CookieReport
from .chart import lines
from .figures import Figures


class RecordsFilterSet(WagtailFilterSet):
    created_at = django_filters.DateFromToRangeFilter(
        label=_("Period"), widget=DateRangePickerWidget
    )
    site = django_filters.ModelChoiceFilter(
        label=_("Site"), queryset=Site.objects.all(), method="filter_site"
    )
    method = django_filters.ChoiceFilter(
        label=_("Method"), choices=ConsentRecord.Method.choices
    )
    language = django_filters.ChoiceFilter(
        label=_("Language"), choices=lambda: get_content_languages().items()
    )

    class Meta:
        model = ConsentRecord
        fields = ["created_at", "site", "method", "language"]

    def filter_site(self, records, name, site):
        return records.filter(chain=site.pk)


class RecordsReport(CookieReport):
    model = ConsentRecord
    page_title = _("Consent records")
    header_icon = "clipboard-list"
    index_url_name = "cookie_pages_records"
    index_results_url_name = "cookie_pages_records_results"
    results_template_name = "cookie_pages/admin/records_results.html"
    filterset_class = RecordsFilterSet
    default_ordering = "-created_at"
    columns = [
        DateColumn("created_at", label=_("Date"), sort_key="created_at"),
        Column("notice.number", label=_("Notice")),
        Column("decisions", label=_("Choices")),
        Column("get_method_display", label=_("Method")),
        Column("language", label=_("Language")),
    ]
    list_export = [
        "pk",
        "created_at",
        "notice.number",
        "notice.digest",
        "decisions",
        "method",
        "language",
    ]

    # JSON beside the spreadsheets: one record on a line, with the fields of TS 27560.
    FORMAT_JSON = "json"
    FORMATS = (*CookieReport.FORMATS, FORMAT_JSON)

    def as_spreadsheet(self, queryset, spreadsheet_format):
        if spreadsheet_format != self.FORMAT_JSON:
            return super().as_spreadsheet(queryset, spreadsheet_format)
        response = StreamingHttpResponse(
            json_lines(queryset), content_type="application/x-ndjson"
        )
        name = f"{self.get_filename()}.jsonl"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    @cached_property
    def header_more_buttons(self):
        button = Button(
            _("Download JSON (ISO/IEC TS 27560)"),
            url=self.get_export_url(self.FORMAT_JSON),
            icon_name="download",
            priority=110,
        )
        return [*super().header_more_buttons, button]

    def get_queryset(self):
        # Not joined: the notices may be in another database.
        notices = ConsentNotice.objects.defer("content")
        return ConsentRecord.objects.prefetch_related(Prefetch("notice", notices))

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if not self.is_export:
            figures = self.figures
            context |= {
                "days": figures.days,
                "by_month": figures.by_month,
                "totals": figures.totals,
                "chart": lines(figures.days),
                "asked_again": asked_again(**self._wanted(("start", "end", "chain"))),
            }
        return context

    @cached_property
    def figures(self) -> Figures:
        return Figures.of(self.counted)

    @cached_property
    def counted(self):
        return rollups.counted_days(**self._wanted())

    def _wanted(self, names=("start", "end", "chain", "method", "language")):
        """What the filters ask for, as ``counted_days`` takes it."""
        form = self.filters.form
        chosen = form.cleaned_data if form.is_valid() else {}
        period, site = chosen.get("created_at"), chosen.get("site")
        found = {
            "start": period and period.start and timezone.localdate(period.start),
            "end": period and period.stop and timezone.localdate(period.stop),
            "chain": site and site.pk,
            "method": chosen.get("method"),
            "language": chosen.get("language"),
        }
        return {name: found[name] for name in names if found[name]}

    def get_paginator(self, queryset, per_page, **kwargs):
        # Days whose records were deleted since still have their counts, but no rows.
        oldest = ConsentRecord.objects.order_by("created_at").values_list("created_at")
        first = next((timezone.localdate(moment) for (moment,) in oldest[:1]), None)
        count = sum(
            item.records for item in self.counted if first and item.day >= first
        )
        return CountedPaginator(queryset, per_page, count=count, **kwargs)


class CountedPaginator(Paginator):
    """Pages of records of which the number is known: no database counts ten million rows."""

    def __init__(self, *args, count, **kwargs):
        super().__init__(*args, **kwargs)
        self.count = count
