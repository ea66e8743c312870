"""The StreamField blocks of a charter. Each has a preview and says what it is for."""

from .about import (
    BrowserSettingsBlock,
    ContactBlock,
    PreferencesButtonBlock,
    UpdatedBlock,
)
from .base import FLOW, INLINE
from .table import CookieTableBlock
from .text import CalloutBlock, KindsBlock, SectionBlock, TextBlock

__all__ = ["FLOW", "INLINE", "charter_blocks"]


def charter_blocks():
    return [
        ("section", SectionBlock()),
        ("text", TextBlock()),
        ("kinds", KindsBlock()),
        ("cookie_table", CookieTableBlock()),
        ("callout", CalloutBlock()),
        ("preferences_button", PreferencesButtonBlock()),
        ("browser_settings", BrowserSettingsBlock()),
        ("contact", ContactBlock()),
        ("updated", UpdatedBlock()),
    ]
