"""Reports of the Wagtail admin, each behind the permission to view what it lists."""

from .audits import AuditsReport
from .notices import NoticesReport
from .records import RecordsReport
from .seen import SeenCookiesReport

REPORTS = {
    "cookie-notices": NoticesReport,
    "consent-records": RecordsReport,
    "cookies-seen": SeenCookiesReport,
    "cookie-audits": AuditsReport,
}
