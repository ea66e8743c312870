"""By what consent records are filtered."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.coreutils import get_content_languages

from ...models import ConsentRecord
from .by_site import sites_in_filter
from .period import PeriodFilter


class RecordsFilterSet(WagtailFilterSet):
    created_at = PeriodFilter(label=_("Period"), widget=DateRangePickerWidget)
    site = django_filters.ModelChoiceFilter(
        label=_("Site"), queryset=sites_in_filter, method="filter_site"
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
        return records.filter(site_key=site.pk)
