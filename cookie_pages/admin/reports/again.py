"""How many choices new terms ended: their visitors were asked again (C15)."""

from datetime import timedelta

from django.db.models import Min, Sum

from ... import conf
from ...ledger.counts import counted_days
from ...models import ConsentDay, ConsentNotice
from ...rules.days import day_of, today


def asked_again(start=None, end=None, site_keys=None) -> list[dict]:
    """Each notice of the period that raised its site's terms, with how many choices it ended.

    ``site_keys``: of these sites only, unless it is None.

    A choice is counted if it was recorded on a closed day, at most ``COOKIE_PAGES_CHOICE_DAYS``
    before; who had chosen twice since counts twice, so this is the most that it can have been.
    """
    raised = [
        notice
        for notice in _raising(site_keys)
        if not (start and notice["day"] < start) and not (end and notice["day"] > end)
    ]
    if not raised:
        return []
    first = min(notice["day"] for notice in raised)
    kept = timedelta(days=conf.choice_days())
    counted = (
        ConsentDay.objects.filter(day__gte=first - kept)
        .order_by()
        .values_list("site_key", "day")
        .annotate(records=Sum("records"))
    )
    counted = list(counted)
    return [
        notice
        | {
            "choices": sum(
                records
                for key, day, records in counted
                if key == notice["site_key"]
                and notice["day"] - kept <= day < notice["day"]
            )
        }
        for notice in raised
    ]


def choices_that_hold(site_key: int) -> int:
    """How many choices hold at most for the site: since its terms last rose, and not too old.

    Who had chosen twice since counts twice.
    """
    last = ConsentNotice.objects.filter(site_key=site_key).first()
    if not last:
        return 0
    same = ConsentNotice.objects.filter(site_key=site_key, terms=last.terms)
    rose = same.aggregate(rose=Min("published_at"))["rose"]
    oldest = today() - timedelta(days=conf.choice_days())
    days = counted_days(start=max(day_of(rose), oldest), site_keys=[site_key])
    return sum(day.records for day in days)


def _raising(site_keys):
    """The notices whose terms are above those of the one before, oldest first."""
    notices = ConsentNotice.objects.order_by("site_key", "number")
    if site_keys is not None:
        notices = notices.filter(site_key__in=site_keys)
    before: dict[int, int] = {}
    for key, number, terms, moment in notices.values_list(
        "site_key", "number", "terms", "published_at"
    ):
        if terms > before.get(key, terms):
            day = day_of(moment)
            yield {"site_key": key, "number": number, "day": day}
        before[key] = terms
