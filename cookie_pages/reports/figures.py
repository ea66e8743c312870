"""What the counts of days say together: by day and purpose, and over all."""

from dataclasses import dataclass

from .. import rollups


@dataclass(frozen=True)
class Figures:
    """What the records of a period say together."""

    days: list[dict]
    totals: list[dict]
    records: int

    @classmethod
    def of(cls, counted) -> "Figures":
        """The figures of counted days, with the purposes in the order in which they came."""
        slugs = list(dict.fromkeys(slug for item in counted for slug in item.answers))
        named = rollups.names(slugs, {item.chain for item in counted})
        per_day = {}
        for item in counted:
            per_day.setdefault(item.day, []).append(item)
        days = [
            {"day": day, "records": _records(items), "purposes": _shares(named, items)}
            for day, items in sorted(per_day.items())
        ]
        return cls(days, _shares(named, counted) if counted else [], _records(counted))


def _records(counted):
    return sum(item.records for item in counted)


def _shares(named, counted):
    return [_share(slug, name, counted) for slug, name in named.items()]


def _share(slug, name, counted):
    yes, no = (
        sum(item.answers.get(slug, (0, 0))[index] for item in counted)
        for index in (0, 1)
    )
    answered = yes + no
    percent = round(100 * yes / answered) if answered else None
    return {"name": name, "yes": yes, "answered": answered, "percent": percent}
