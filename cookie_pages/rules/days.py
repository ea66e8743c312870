"""Days on the site's clock, with time zones or without (``USE_TZ``)."""

from datetime import UTC, date, datetime

from django.conf import settings
from django.utils import timezone


def is_countable(day: date) -> bool:
    """Whether each database and time zone can hold the day and those beside it."""
    return 1970 <= day.year <= 9000


def today() -> date:
    return day_of(timezone.now())


def day_of(moment: datetime) -> date:
    """The day of ``moment``, in the site's time zone where it has one."""
    return timezone.localdate(moment) if timezone.is_aware(moment) else moment.date()


def hour_of(moment: datetime) -> datetime:
    """``moment`` rounded down to the hour, on the site's clock where it has a time zone."""
    aware = timezone.is_aware(moment)
    local = timezone.localtime(moment) if aware else moment
    hour = local.replace(minute=0, second=0, microsecond=0)
    return hour.astimezone(UTC) if aware else hour


def start_of(day: date) -> datetime:
    """The first moment of ``day``, as the database compares it."""
    start = datetime.combine(day, datetime.min.time())
    return timezone.make_aware(start) if settings.USE_TZ else start
