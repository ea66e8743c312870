"""Pagination of the records: the counts by day replace a slow COUNT over all of them."""

from django.utils.functional import cached_property
from wagtail.admin.paginator import WagtailPaginator

from ...ledger.counts import within


class PagesByDay(WagtailPaginator):
    """Pages of records in the order of their time, of which the number by day is known.

    ``days``: pairs of a day and its number of records, in the list's own order. No database
    counts ten million rows, nor walks past those of the pages before: a page asks for its days.
    """

    def __init__(self, records, per_page, *, days, **kwargs):
        super().__init__(records, per_page, **kwargs)
        self.days = days

    @cached_property
    def count(self):
        return sum(number for _day, number in self.days)

    def page(self, number):
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        end = start + self.per_page
        passed = before = 0
        wanted = []
        for day, records in self.days:
            if start < passed + records and passed < end:
                wanted.append(day)
            elif not wanted:
                before = passed + records
            passed += records
        if not wanted:
            return self._get_page([], number, self)
        records = self.object_list.filter(**within(min(wanted), max(wanted)))
        return self._get_page(records[start - before : end - before], number, self)
