"""The demo on this machine: a key made once, served on the loopback address only."""

from django.core.management.utils import get_random_secret_key

from .base import *  # noqa: F403
from .base import VAR


def _own_secret_key():
    VAR.mkdir(exist_ok=True)
    path = VAR / "secret-key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(get_random_secret_key())
    return path.read_text()


DEBUG = True
SECRET_KEY = _own_secret_key()
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
WHITENOISE_USE_FINDERS = True
