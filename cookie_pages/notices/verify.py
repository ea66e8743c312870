"""Whether the chain of published notices is whole (C23)."""

from collections.abc import Iterator

from ..models import ConsentNotice
from ..models.notice import digest_of


def first_break(site_key: int) -> str:
    """What is wrong with the first notice that doesn't hold, or nothing."""
    previous = ""
    notices = ConsentNotice.objects.filter(site_key=site_key).order_by("number")
    for number, notice in enumerate(notices.iterator(), 1):
        wrong = _wrong(notice, number, previous)
        if wrong:
            return f"notice {number}: {wrong}"
        previous = notice.digest
    return ""


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
    columns = (
        notice.number,
        notice.terms,
        notice.published_at.isoformat(),
        notice.author,
    )
    named = ("number", "terms", "published_at", "author")
    if columns != tuple(data.get(name) for name in named):
        return "its columns don't say what its content says"
    return ""


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
