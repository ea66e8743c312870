"""Which notice a site's visitors see now. No query while the cache knows it."""

import json
import logging
from functools import lru_cache
from typing import Any

from django.core.cache import cache

from .. import conf
from ..models import ConsentNotice
from .notice import Notice

logger = logging.getLogger("cookie_pages")

NONE = "none"  # cached for a site without a published banner


def cache_get(key: str) -> Any:
    """What was kept under ``key``, or None; None too while the cache can't be reached."""
    try:
        return cache.get(key)
    except Exception:
        logger.exception("The cache can't be read: the database is asked instead")
        return None


def cache_set(key: str, value: Any) -> None:
    """Keep ``value`` for ``COOKIE_PAGES_CACHE_SECONDS``, if the cache can be reached."""
    try:
        cache.set(key, value, conf.cache_seconds())
    except Exception:
        logger.exception("The cache can't be written")


def current_notice(site_id: int) -> Notice | None:
    """What the visitors of the site see now; None without a published banner.

    No query while the cache knows which notice that is. Notices never change, so what one said
    is kept in the process.
    """
    digest = cache_get(_key(site_id))
    if digest == NONE:
        return None
    try:
        return _kept(site_id, digest) if digest else newest_notice(site_id)
    except ConsentNotice.DoesNotExist:
        # The cache knows more than a restored or a late copy of the database.
        return newest_notice(site_id)


def newest_notice(site_id: int) -> Notice | None:
    """As ``current_notice``, from the database: another process may have published."""
    digest = _current_digest(site_id)
    cache_set(_key(site_id), digest)
    return None if digest == NONE else _kept(site_id, digest)


# One a site: what is superseded leaves the process.
_current: dict[int, Notice] = {}


def _kept(site_id: int, digest: str) -> Notice:
    kept = _current.get(site_id)
    if not kept or kept.digest != digest:
        _current[site_id] = kept = load(digest)
    return kept


def _current_digest(site_id: int) -> str:
    last = ConsentNotice.objects.filter(site_key=site_id).order_by("-number").first()
    return _shown_digest(last) if last else NONE


def _shown_digest(notice: ConsentNotice) -> str:
    return notice.digest if notice.languages else NONE


def remember_current(site_id: int, notice: ConsentNotice) -> None:
    """Make ``notice`` the one that the visitors of the site see, in the cache too."""
    cache_set(_key(site_id), _shown_digest(notice))


def notice_numbered(site_id: int, number: int) -> Notice | None:
    """The site's notice of that ``number``, where there is one; no query for the current one."""
    current = current_notice(site_id)
    if current and current.number == number:
        return current
    numbered = ConsentNotice.objects.filter(site_key=site_id, number=number)
    digest = numbered.values_list("digest", flat=True).first()
    return load(digest) if digest else None


@lru_cache(maxsize=8)
def load(digest: str) -> Notice:
    """The notice sealed with ``digest``."""
    notice = ConsentNotice.objects.get(digest=digest)
    return Notice(notice.pk, digest, json.loads(notice.content))


def _key(site_id: int) -> str:
    return f"cookie_pages.notice.{site_id}"
