"""The tests: fast hashes, a cache that is cleared between tests, DEBUG off."""

import os

from .base import *  # noqa: F403
from .base import MIDDLEWARE

DEBUG = False
SECRET_KEY = "for the tests only"  # noqa: S105
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

# Indexing what is saved takes a quarter of the tests' time; what searches turns it on.
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "AUTO_UPDATE": False}
}

MIDDLEWARE = ["tests.serial.one_at_a_time", *MIDDLEWARE]

if "REDIS_URL" in os.environ and (worker := os.environ.get("PYTEST_XDIST_WORKER")):
    # Tests in parallel each clear the cache.
    CACHES["default"]["LOCATION"] += f"?db={int(worker.removeprefix('gw')) + 1}"  # noqa: F405
