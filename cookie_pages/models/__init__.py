from .banner import ConsentBanner
from .catalogue import Catalogue
from .charter import CharterCookie, CharterRow, CookieCharterMixin, CookieCharterPage
from .cookie import Cookie
from .day import ConsentDay
from .flood import ConsentFlood
from .kinds import ExemptionClass, Party, StorageType
from .notice import ConsentNotice
from .provider import Provider, Role
from .purpose import Purpose
from .record import ConsentRecord
from .retention import RetentionKind, RetentionUnit
from .seen import SeenCookie
from .settings import CookieSettings

__all__ = [
    "Catalogue",
    "CharterCookie",
    "CharterRow",
    "ConsentBanner",
    "ConsentDay",
    "ConsentFlood",
    "ConsentNotice",
    "ConsentRecord",
    "Cookie",
    "CookieCharterMixin",
    "CookieCharterPage",
    "CookieSettings",
    "ExemptionClass",
    "Party",
    "Provider",
    "Purpose",
    "RetentionKind",
    "RetentionUnit",
    "Role",
    "SeenCookie",
    "StorageType",
]
