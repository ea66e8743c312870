"""The demo with a page cache in front of it, of Django's own."""

from config.settings.dev import *  # noqa: F403
from config.settings.dev import MIDDLEWARE

MIDDLEWARE = [
    "django.middleware.cache.UpdateCacheMiddleware",
    *MIDDLEWARE,
    "django.middleware.cache.FetchFromCacheMiddleware",
]
