"""Days on which one address sent a large part of the choices, or too many."""

from collections import Counter

from ...models import ConsentFlood

# One address's part of a day's choices from which on they are pointed out.
LARGE_PART = 1 / 20


def flooded_days(counted, start=None, end=None, site_keys=None) -> list[dict]:
    """The latest first: the day, its records, how many of one address and how many rejected.

    ``counted``: all the counted days of the period and site, whatever their method or language.
    """
    floods = ConsentFlood.objects.order_by("day")
    floods = floods.filter(day__gte=start) if start else floods
    floods = floods.filter(day__lte=end) if end else floods
    if site_keys is not None:
        floods = floods.filter(site_key__in=site_keys)
    busiest, rejected = Counter(), Counter()
    for flood in floods:
        busiest[flood.day] = max(busiest[flood.day], flood.busiest)
        rejected[flood.day] += flood.rejected
    if not busiest:
        return []
    records = Counter()
    for item in counted():
        records[item.day] += item.records
    return [
        {
            "day": day,
            "records": records[day],
            "busiest": min(busiest[day], records[day]),
            "rejected": rejected[day],
        }
        for day in reversed(busiest)
        if rejected[day] or busiest[day] >= LARGE_PART * records[day]
    ]
