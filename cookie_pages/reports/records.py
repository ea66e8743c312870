"""How many chose what, over a period; each record as CSV or XLSX."""

import django_filters
from django.db.models import Count, Q
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.models import Site

from ..models import ConsentRecord
from .base import CookieReport
from .chart import lines


class RecordsFilterSet(WagtailFilterSet):
    created_at = django_filters.DateFromToRangeFilter(
        label=_("Period"), widget=DateRangePickerWidget
    )
    notice__site = django_filters.ModelChoiceFilter(
        label=_("Site"), queryset=Site.objects.all()
    )
    method = django_filters.ChoiceFilter(
        label=_("Method"), choices=ConsentRecord.Method.choices
    )
    language = django_filters.AllValuesFilter(label=_("Language"))

    class Meta:
        model = ConsentRecord
        fields = ["created_at", "notice__site", "method", "language"]


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
        Column("get_method_display", label=_("Method"), sort_key="method"),
        Column("language", label=_("Language"), sort_key="language"),
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

    def get_queryset(self):
        return ConsentRecord.objects.select_related("notice").defer("notice__content")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if not self.is_export:
            days = acceptance_by_day(self.get_filtered_queryset())
            context |= {"days": days, "totals": totals(days), "chart": lines(days)}
        return context


def asked(records) -> dict[str, str]:
    """The purposes that these records answer: slugs, and the names that notices gave them."""
    keys = records.order_by().values_list("notice", flat=True).distinct()
    notices = ConsentRecord._meta.get_field("notice").related_model.objects.filter(
        pk__in=keys
    )
    found = {}
    for notice in notices.order_by("number"):
        data = notice.data
        for purpose in data["languages"][data["default_language"]]["purposes"]:
            if purpose["needs_consent"] or purpose["can_be_refused"]:
                found[purpose["slug"]] = purpose["name"]
    return found


def acceptance_by_day(records) -> list[dict]:
    """For each day: its records, and for each purpose who accepted and who answered."""
    names = asked(records)
    counts = {}
    for number, slug in enumerate(names):
        counts[f"yes_{number}"] = Count("pk", filter=Q(**{f"choices__{slug}": True}))
        counts[f"no_{number}"] = Count("pk", filter=Q(**{f"choices__{slug}": False}))
    rows = (
        records.order_by()
        .annotate(day=TruncDate("created_at"))
        .values("day")
        .annotate(records=Count("pk"), **counts)
        .order_by("day")
    )
    return [
        {
            "day": row["day"],
            "records": row["records"],
            "purposes": [
                _share(name, row[f"yes_{number}"], row[f"no_{number}"])
                for number, name in enumerate(names.values())
            ],
        }
        for row in rows
    ]


def _share(name, yes, no):
    answered = yes + no
    percent = round(100 * yes / answered) if answered else None
    return {"name": name, "yes": yes, "answered": answered, "percent": percent}


def totals(days) -> list[dict]:
    """Acceptance of each purpose over all the days."""
    if not days:
        return []
    return [
        _share(
            same[0]["name"],
            sum(item["yes"] for item in same),
            sum(item["answered"] - item["yes"] for item in same),
        )
        for same in zip(*(day["purposes"] for day in days), strict=True)
    ]
