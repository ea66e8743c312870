"""Takes what editors declare and visitors choose, gives it back from the database."""

from .account import AccountChoice
from .audit import Acknowledgement, AuditRun
from .banner import ConsentBanner
from .catalogue import Catalogue
from .charter import CharterCookie, CharterRow, CookieCharterMixin, CookieCharterPage
from .cookie import Cookie, Party, StorageType
from .counts import ConsentDay, ConsentFlood
from .exemption import ExemptionClass
from .failure import PublishingFailure
from .in_charter import in_a_charter
from .notice import ConsentNotice
from .provider import Provider, Role
from .purpose import Purpose
from .record import ConsentRecord
from .retention import RetentionKind, RetentionUnit
from .seeded import Seeded
from .seen import SeenCookie
from .settings import CookieSettings

__all__ = [
    "AccountChoice",
    "Acknowledgement",
    "AuditRun",
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
    "PublishingFailure",
    "Purpose",
    "RetentionKind",
    "RetentionUnit",
    "Role",
    "Seeded",
    "SeenCookie",
    "in_a_charter",
    "StorageType",
]
