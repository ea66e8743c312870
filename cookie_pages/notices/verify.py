"""Whether the chain of published notices is whole (C23), and says what visitors are shown."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from django.utils import timezone
from wagtail.models import Site

from ..models import ConsentNotice, ConsentRecord, Cookie, in_a_charter
from ..models.notice import digest_of
from .publish import is_published

# Between two time zones lie so many seconds, or a multiple of them.
STEP = timedelta(minutes=15)
FARTHEST = timedelta(hours=26)


def first_break(site_key: int) -> str:
    """What is wrong with the first notice that doesn't hold, or nothing."""
    previous, number = "", 0
    notices = ConsentNotice.objects.filter(site_key=site_key).order_by("number")
    for number, notice in enumerate(notices.iterator(), 1):
        wrong = _wrong(notice, number, previous)
        if wrong:
            return f"notice {number}: {wrong}"
        previous = notice.digest
    if lost := _named_but_gone(site_key):
        return f"notice {number + 1}: it is missing, and {lost} records name it or a later one"
    return ""


def _named_but_gone(site_key: int) -> int:
    """How many records name a notice that is no more: the last ones break no chain."""
    records = ConsentRecord.objects.filter(site_key=site_key)
    named = set(records.order_by().values_list("notice_id", flat=True).distinct())
    gone = named - set(ConsentNotice.objects.values_list("pk", flat=True))
    return records.filter(notice_id__in=gone).count() if gone else 0


def _wrong(notice: ConsentNotice, number: int, previous: str) -> str:
    if notice.number != number:
        return f"it is missing; the next one is number {notice.number}"
    if notice.previous_digest != previous:
        return "it doesn't follow the one before"
    if notice.digest != digest_of(previous, notice.content):
        return "its content isn't what was sealed"
    try:
        data = notice.data
    except ValueError:
        return "its content isn't JSON"
    columns = (notice.number, notice.terms, notice.author)
    if columns != tuple(data.get(name) for name in ("number", "terms", "author")):
        return "its columns don't say what its content says"
    if not _is_same_time(notice.published_at, data.get("published_at")):
        return "its time isn't the one that was sealed"
    return ""


def _is_same_time(column: datetime, sealed: str) -> bool:
    """A fixture keeps milliseconds; with another ``USE_TZ`` a column is read in another zone."""
    moment = column if timezone.is_aware(column) else timezone.make_aware(column)
    apart = abs(moment.astimezone(UTC) - datetime.fromisoformat(sealed))
    beside = min(apart % STEP, STEP - apart % STEP)
    return apart <= FARTHEST and beside < timedelta(milliseconds=1)


def verified_sites() -> Iterator[tuple[int, str, int]]:
    """Key, name of the site and number of notices of each chain."""
    keys = (
        ConsentNotice.objects.order_by("site_key")
        .values_list("site_key", flat=True)
        .distinct()
    )
    for key in keys:
        notices = ConsentNotice.objects.filter(site_key=key)
        latest = notices.first()
        name = str(latest and latest.site or key)
        yield key, name, notices.count()


def in_no_charter() -> list[str]:
    """The names of published cookies that no published charter shows (C31)."""
    live = Cookie.objects.filter(live=True).exclude(in_a_charter())
    return sorted(set(live.values_list("name", flat=True)))


def unpublished_sites() -> Iterator[str]:
    """The sites of which something is live but in no notice: its visitors don't see it."""
    for site in Site.objects.select_related("root_page"):
        if not is_published(site):
            yield str(site)
