from .choose import consent_view
from .read import notice_view, preferences_view, receipt_view

__all__ = ["consent_view", "notice_view", "preferences_view", "receipt_view"]
