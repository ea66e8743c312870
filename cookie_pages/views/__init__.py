"""Takes HTTP requests for the module's own addresses, gives their responses."""

from .account import account_view
from .consent import consent_view
from .gpc import gpc_view
from .notice import notice_view
from .openapi import openapi_view
from .panel import panel_view
from .preferences import preferences_view, receipt_view
from .sentinel import sentinel_view

__all__ = [
    "account_view",
    "consent_view",
    "gpc_view",
    "notice_view",
    "openapi_view",
    "panel_view",
    "preferences_view",
    "receipt_view",
    "sentinel_view",
]
