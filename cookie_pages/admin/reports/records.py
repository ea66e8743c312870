"""How many chose what, over a period; each record as CSV or XLSX."""

from collections import Counter

from django.contrib import messages
from django.db.models import Prefetch
from django.http import StreamingHttpResponse
from django.shortcuts import redirect
from django.utils.formats import number_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.widgets import Button

from ... import conf
from ...ledger import counts
from ...ledger.exports import json_lines
from ...models import ConsentNotice, ConsentRecord
from ...rules.days import day_of
from ...rules.languages import language_in_words
from ..spreadsheets import Exported
from ..words import Answers
from .again import asked_again
from .base import CookieReport
from .by_site import ReportPolicy
from .chart import lines
from .figures import Figures
from .floods import flooded_days
from .pages import PagesByDay
from .record_filters import RecordsFilterSet

# Seconds that one opening of the report spends on days that nobody counted yet.
COUNTING = 10
PERIOD = ("start", "end", "site_keys")
XLSX_ROWS = 1_048_575  # what the format has room for, below the headings


def language_of(record):
    return language_in_words(record.language)


class RecordsReport(CookieReport):
    model = ConsentRecord
    policy_class = ReportPolicy
    page_title = _("Consent records")
    help_text = _(
        "Each choice of a visitor, without name or address: the proof that "
        "the question was asked."
    )
    header_icon = "clipboard-list"
    index_url_name = "cookie_pages_records"
    index_results_url_name = "cookie_pages_records_results"
    results_template_name = "cookie_pages/admin/records_results.html"
    filterset_class = RecordsFilterSet
    default_ordering = "-created_at"

    @cached_property
    def columns(self):
        return [
            DateColumn("created_at", label=_("Date"), sort_key="created_at"),
            Column("notice.number", label=_("Notice")),
            Column("decisions", label=_("Choices"), accessor=self.answers_of),
            Column("get_method_display", label=_("Method")),
            Column("language", label=_("Language"), accessor=language_of),
        ]

    @property
    def exported(self):
        return [
            Exported("pk", _("Record"), lambda record: str(record.pk)),
            Exported("created_at", _("Date")),
            Exported("notice.number", _("Notice")),
            Exported("notice.digest", _("Digest of the notice")),
            Exported("decisions", _("Choices"), self.answers_of),
            Exported("method", _("Method"), "get_method_display"),
            Exported("language", _("Language"), language_of),
        ]

    @cached_property
    def answers_of(self):
        return Answers().of

    # JSON beside the spreadsheets: one record on a line, with the fields of TS 27560.
    FORMAT_JSON = "json"
    FORMATS = (*CookieReport.FORMATS, FORMAT_JSON)

    def as_spreadsheet(self, queryset, spreadsheet_format):
        if spreadsheet_format == self.FORMAT_XLSX and self.figures.records > XLSX_ROWS:
            text = _(
                "A spreadsheet holds no more than %(rows)s records: choose a period, or CSV."
            )
            messages.error(
                self.request,
                text % {"rows": number_format(XLSX_ROWS, force_grouping=True)},
            )
            return redirect(self.get_export_url(""))
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

    def order_queryset(self, queryset):
        # Many have the same hour: no page may show again what another has shown.
        return queryset.order_by(self.ordering, "pk")

    def get_base_queryset(self):
        # Not joined: the notices may be in another database.
        notices = ConsentNotice.objects.defer("content")
        records = ConsentRecord.objects.prefetch_related(Prefetch("notice", notices))
        return self.permission_policy.rows_for(self.request.user, records)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if not self.is_export:
            figures = self.figures
            context |= {
                "kept": conf.keep_records(),
                "all_counted": self.all_counted,
                "days": figures.days,
                "by_month": figures.by_month,
                "totals": figures.totals,
                "chart": lines(figures.days),
                "asked_again": asked_again(**self._wanted(PERIOD)),
                "floods": flooded_days(
                    self._counted_unfiltered, **self._wanted(PERIOD)
                ),
            }
        return context

    @cached_property
    def figures(self) -> Figures:
        return Figures.of(self.counted)

    @cached_property
    def counted(self):
        self.all_counted = counts.roll_up(COUNTING)
        return counts.counted_days(**self._wanted())

    def _counted_unfiltered(self):
        """Those of the period and site, whatever the method and the language."""
        period = self._wanted(PERIOD)
        if period == self._wanted():
            return self.counted
        return counts.counted_days(**period)

    def _wanted(self, names=(*PERIOD, "method", "language")):
        """What the filters ask for, as ``counted_days`` takes it."""
        form = self.filters.form
        chosen = form.cleaned_data if form.is_valid() else {}
        period, site = chosen.get("created_at"), chosen.get("site")
        allowed = self.permission_policy.keys_for(self.request.user)
        wanted = {
            "start": period and period.start and day_of(period.start),
            "end": period and period.stop and day_of(period.stop),
            "site_keys": [site.pk] if site else allowed,
            "method": chosen.get("method"),
            "language": chosen.get("language"),
        }
        # Nothing is asked of what isn't filtered; an empty list is a filter too.
        return {name: wanted[name] for name in names if wanted[name] not in (None, "")}

    def get_paginator(self, queryset, per_page, **kwargs):
        by_day = Counter()
        for item in self.counted:
            by_day[item.day] += item.kept
        days = sorted(by_day.items(), reverse=self.ordering != "created_at")
        return PagesByDay(queryset, per_page, days=days, **kwargs)
