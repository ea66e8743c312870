"""Takes what an editor writes in a charter, gives it as blocks with a preview and a description."""

from .about import (
    BrowserSettingsBlock,
    ContactBlock,
    PreferencesButtonBlock,
    ProofBlock,
    RecipientsBlock,
    UpdatedBlock,
)
from .base import FLOW, INLINE
from .table import CookieTableBlock
from .text import CalloutBlock, SectionBlock, TextBlock

__all__ = ["FLOW", "INLINE", "charter_blocks"]


def charter_blocks():
    return [
        ("section", SectionBlock()),
        ("text", TextBlock()),
        ("cookie_table", CookieTableBlock()),
        ("callout", CalloutBlock()),
        ("preferences_button", PreferencesButtonBlock()),
        ("browser_settings", BrowserSettingsBlock()),
        ("recipients", RecipientsBlock()),
        ("proof", ProofBlock()),
        ("contact", ContactBlock()),
        ("updated", UpdatedBlock()),
    ]
