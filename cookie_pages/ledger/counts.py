"""The counts of closed days, so that the report costs the same whatever the number of records."""

import time
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from math import inf

from django.db import router, transaction
from django.db.models import Count, DateField, Q, Value
from django.db.models.functions import TruncDate
from django.db.models.lookups import Exact

from ..models import ConsentDay, ConsentNotice, ConsentRecord
from ..notices.current import load
from ..rules.days import day_of, start_of, today
from .answers import Answer

# Today and yesterday stay open, so that a clock set back by hours loses no count.
OPEN_DAYS = 2
CHUNK = 31  # days counted in one transaction


def first_open_day() -> date:
    return today() - timedelta(days=OPEN_DAYS - 1)


def first_uncounted_day() -> date:
    """The day of the first record that no count holds yet; the first open day if there is none."""
    last = ConsentDay.objects.order_by("-day").values_list("day", flat=True).first()
    records = ConsentRecord.objects.order_by("created_at")
    if last:
        records = records.filter(created_at__gte=start_of(last + timedelta(days=1)))
    moment = records.values_list("created_at", flat=True).first()
    return min(day_of(moment), first_open_day()) if moment else first_open_day()


def roll_up(seconds: float = inf) -> bool:
    """Counts each closed day that isn't counted yet; safe to interrupt, and twice at once.

    Stops once so many seconds are over, between two months; says whether all are counted.
    """
    end, until_time = first_open_day(), time.monotonic() + seconds
    while (start := first_uncounted_day()) < end:
        if time.monotonic() > until_time:
            return False
        until = min(start + timedelta(days=CHUNK), end)
        with transaction.atomic(router.db_for_write(ConsentDay)):
            counted = count(start, until)
            ConsentDay.objects.bulk_create(counted, ignore_conflicts=True)
    return True


def count(start: date, until: date | None = None, **exact) -> list[ConsentDay]:
    """The records from the day ``start`` to before the day ``until``, counted and unsaved.

    One for each day, site, language and method; ``exact``: filters of the records.
    Without ``until`` all from ``start`` on are taken for that day's.
    """
    several = until and until - start > timedelta(days=1)
    # A row's own day costs more than all the rest where the database doesn't know time zones.
    day = TruncDate("created_at") if several else Value(start, DateField())
    records = ConsentRecord.objects.filter(created_at__gte=start_of(start), **exact)
    records = records.filter(created_at__lt=start_of(until)) if until else records
    slugs = answered_slugs(start_of(start))
    wanted = {}
    for number, slug in enumerate(slugs):
        for word, answer in (("yes", "true"), ("no", "false")):
            given = Q(Exact(Answer(slug), answer))
            wanted[f"{word}_{number}"] = Count("pk", filter=given)
    rows = (
        records.order_by()
        .annotate(day=day)
        .values("day", "site_key", "language", "method")
        .annotate(records=Count("pk"), **wanted)
    )
    return [
        ConsentDay(
            site_key=row["site_key"],
            day=row["day"],
            language=row["language"],
            method=row["method"],
            records=row["records"],
            kept=row["records"],
            answer_counts={
                slug: [row[f"yes_{number}"], row[f"no_{number}"]]
                for number, slug in enumerate(slugs)
                if row[f"yes_{number}"] or row[f"no_{number}"]
            },
        )
        for row in rows
    ]


def answered_slugs(moment: datetime) -> list[str]:
    """The purposes that records from ``moment`` on can hold an answer for.

    Those of each notice with the terms of that time or later ones: no other is accepted. To
    ask the records themselves would read the whole ledger.
    """
    notices = ConsentNotice.objects.order_by("site_key", "number")
    all_notices, earliest_terms = [], {}
    for site_key, terms, published, digest in notices.values_list(
        "site_key", "terms", "published_at", "digest"
    ):
        # A day's margin for what another process still took for current.
        if published <= moment - timedelta(days=1):
            earliest_terms[site_key] = terms
        all_notices.append((site_key, terms, digest))
    slugs = {}
    for site_key, terms, digest in all_notices:
        if terms >= earliest_terms.get(site_key, 0):
            slugs |= answerable(digest)
    return list(slugs)


def answerable(digest: str) -> dict[str, str]:
    """Slugs and names of the purposes of a notice that a visitor answers for."""
    notice = load(digest)
    return {
        purpose["slug"]: purpose["name"]
        for purpose in notice.languages[notice.default_language]["purposes"]
        if purpose["needs_consent"] or purpose["can_be_refused"]
    }


def counted_days(
    start: date | None = None,
    end: date | None = None,
    site_keys: list[int] | None = None,
    **exact,
) -> list[ConsentDay]:
    """The counts of the days from ``start`` to ``end``, both included; the open ones made now.

    Of the closed days, those that ``roll_up`` has counted.
    ``site_keys``: of these sites only; ``exact``: language and method, where only one of them
    is wanted.
    """
    if site_keys is not None:
        exact["site_key__in"] = site_keys
    days = ConsentDay.objects.filter(**exact)
    days = days.filter(day__gte=start) if start else days
    days = days.filter(day__lte=end) if end else days
    return [*days, *_open_days(start, end, exact)]


def _open_days(
    start: date | None, end: date | None, exact: dict
) -> Iterator[ConsentDay]:
    last, one = today(), timedelta(days=1)
    day = max(start or first_open_day(), first_open_day())
    while day <= min(end or last, last):
        # A clock that was ahead may have left some for the days to come.
        yield from count(day, None if day == last else day + one, **exact)
        day += one


def within(day: date, until: date | None = None) -> dict:
    """Filters for the records of ``day``, or of the days from it to ``until``, both included."""
    after = start_of((until or day) + timedelta(days=1))
    return {"created_at__gte": start_of(day), "created_at__lt": after}


def note_what_is_kept(day: date) -> None:
    """Once records of a counted day were deleted: how many there still are."""
    groups = ("site_key", "language", "method")
    records = ConsentRecord.objects.filter(**within(day)).order_by()
    kept = records.values(*groups).annotate(number=Count("pk"))
    days = ConsentDay.objects.filter(day=day)
    with transaction.atomic(router.db_for_write(ConsentDay)):
        days.update(kept=0)
        for row in kept:
            number = row.pop("number")
            days.filter(**row).update(kept=number)


def names(slugs: Iterable[str], site_keys: Iterable[int]) -> dict[str, str]:
    """The latest name of each purpose in ``slugs``, in the order in which visitors saw them.

    A slug that no notice of these sites has is its own name.
    """
    latest_names = {}
    notices = ConsentNotice.objects.filter(site_key__in=site_keys).order_by(
        "-published_at"
    )
    for digest in notices.values_list("digest", flat=True):
        for slug, name in answerable(digest).items():
            latest_names.setdefault(slug, name)
        if set(slugs) <= set(latest_names):
            break
    known = {slug: name for slug, name in latest_names.items() if slug in slugs}
    return known | {slug: slug for slug in slugs if slug not in known}
