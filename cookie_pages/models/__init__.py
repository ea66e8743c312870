from .catalogue import Catalogue
from .charter import CharterCookie, CharterRow, CookieCharterMixin, CookieCharterPage
from .cookie import (
    Cookie,
    ExemptionClass,
    Party,
    RetentionKind,
    RetentionUnit,
    StorageType,
)
from .provider import Provider, Role
from .purpose import Purpose

__all__ = [
    "Catalogue",
    "CharterCookie",
    "CharterRow",
    "Cookie",
    "CookieCharterMixin",
    "CookieCharterPage",
    "ExemptionClass",
    "Party",
    "Provider",
    "Purpose",
    "RetentionKind",
    "RetentionUnit",
    "Role",
    "StorageType",
]
