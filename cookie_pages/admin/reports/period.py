"""A filter for a period, whose days every database and time zone can hold."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django_filters import DateFromToRangeFilter
from django_filters.fields import DateRangeField

from ...rules.days import is_countable


class PeriodField(DateRangeField):
    def validate(self, value):
        super().validate(value)
        ends = [end for end in (value and (value.start, value.stop)) or () if end]
        if any(not is_countable(end) for end in ends):
            raise ValidationError(_("There is no record of that year."))


class PeriodFilter(DateFromToRangeFilter):
    field_class = PeriodField
