"""Cookies that are known elsewhere: they suggest words, an editor decides (S4).

Never an exemption: a list can't know what a site uses a cookie for.
"""

from .lookup import lookup

__all__ = ["lookup"]
