"""Takes a visitor's request, gives the choice in it: read from the cookie, or sent, checked and
stored."""

from .visitor import has_consent

__all__ = ["has_consent"]
