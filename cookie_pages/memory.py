"""The site's cache, without which pages are slower but whole."""

import logging

from django.core.cache import cache

from . import conf

logger = logging.getLogger("cookie_pages")


def recall(key: str):
    """What was kept under ``key``, or None; None too while the cache can't be reached."""
    try:
        return cache.get(key)
    except Exception:
        logger.exception("The cache can't be read: the database is asked instead")
        return None


def keep(key: str, value) -> None:
    """Keep ``value`` for ``COOKIE_PAGES_CACHE_SECONDS``, if the cache can be reached."""
    try:
        cache.set(key, value, conf.cache_seconds())
    except Exception:
        logger.exception("The cache can't be written")
