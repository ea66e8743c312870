"""What the counts of days say together: by day or month and purpose, and over all."""

from dataclasses import dataclass

from ...ledger import counts

# Above so many days, the figures are those of months: a table that can still be read.
MOST_DAYS = 92


@dataclass(frozen=True)
class Figures:
    """What the records of a period say together."""

    days: list[dict]
    by_month: bool
    totals: list[dict]
    records: int

    @classmethod
    def of(cls, counted) -> "Figures":
        """The figures of counted days, the purposes in the order that visitors saw."""
        slugs = list(
            dict.fromkeys(slug for item in counted for slug in item.answer_counts)
        )
        named = counts.names(slugs, {item.site_key for item in counted})
        by_month = len({item.day for item in counted}) > MOST_DAYS
        grouped = {}
        for item in counted:
            day = item.day.replace(day=1) if by_month else item.day
            grouped.setdefault(day, []).append(item)
        days = [
            {"day": day, "records": _records(items), "purposes": _shares(named, items)}
            for day, items in sorted(grouped.items())
        ]
        totals = _shares(named, counted) if counted else []
        return cls(days, by_month, totals, _records(counted))


def _records(counted):
    return sum(item.records for item in counted)


def _shares(named, counted):
    return [_share(slug, name, counted) for slug, name in named.items()]


def _share(slug, name, counted):
    yes, no = (
        sum(item.answer_counts.get(slug, (0, 0))[index] for item in counted)
        for index in (0, 1)
    )
    answered = yes + no
    percent = round(100 * yes / answered) if answered else None
    return {"name": name, "yes": yes, "answered": answered, "percent": percent}
