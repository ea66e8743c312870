"""Who answers for the charter, since when, and how to change one's mind."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .base import FLOW, INLINE, CharterBlock, HeadedBlock


class PreferencesButtonBlock(CharterBlock):
    label = blocks.CharBlock(label=_("Label"), required=False)

    class Meta:
        label = _("Button that reopens the choice")
        icon = "cog"
        template = "cookie_pages/blocks/preferences_button.html"
        description = _("Lets visitors change their mind from this page.")
        preview_value = {"label": ""}


class BrowserSettingsBlock(HeadedBlock):
    """Browser settings come besides the choice, never instead of it (F6, LD par. 44 and 45)."""

    text = blocks.RichTextBlock(
        label=_("Text"),
        features=FLOW,
        required=False,
        help_text=_("If left empty, a standard text."),
    )

    class Meta:
        label = _("Browser settings")
        icon = "site"
        template = "cookie_pages/blocks/browser_settings.html"
        description = _("How to delete or block cookies in the browser itself.")
        preview_value = {"heading": "", "text": ""}


class ContactBlock(HeadedBlock):
    """Controller, data-protection officer, rights and complaint (F4)."""

    controller = blocks.CharBlock(
        label=_("Controller"),
        required=False,
        help_text=_("If left empty, that of the cookie settings, with its address."),
    )
    address = blocks.TextBlock(label=_("Postal address"), required=False, rows=2)
    officer_email = blocks.EmailBlock(
        label=_("E-mail of the data-protection officer"), required=False
    )
    officer_url = blocks.URLBlock(
        label=_("Contact page of the data-protection officer"), required=False
    )
    rights = blocks.RichTextBlock(
        label=_("Rights"),
        features=INLINE,
        required=False,
        help_text=_("If left empty, a standard text about access, erasure and CNIL."),
    )

    class Meta:
        label = _("Contact and rights")
        icon = "mail"
        template = "cookie_pages/blocks/contact.html"
        description = _("Who answers for the cookies, and what visitors may ask for.")
        preview_value = {
            "controller": _("The academy"),
            "officer_email": "dpd@example.org",
        }
        form_layout = blocks.BlockGroup(
            children=[
                "controller",
                "officer_email",
                "officer_url",
                "address",
                "rights",
            ],
            settings=["heading"],
        )


class RecipientsBlock(HeadedBlock):
    """Who receives data, from what is declared (C14, F4, F5)."""

    class Meta:
        label = _("Who receives data")
        icon = "group"
        template = "cookie_pages/blocks/recipients.html"
        description = _(
            "A table of the declared providers: country, role, purpose, transfer."
        )
        preview_value = {"heading": ""}


class ProofBlock(HeadedBlock):
    """On what basis, and which proof is kept for how long (C23, GDPR articles 7 and 13)."""

    class Meta:
        label = _("Legal basis and proof")
        icon = "history"
        template = "cookie_pages/blocks/proof.html"
        description = _("The legal basis, and how long the proof of an answer is kept.")
        preview_value = {"heading": ""}


class UpdatedBlock(CharterBlock):
    """The date of what is shown: the last publication, not the last save (F7)."""

    label = blocks.CharBlock(
        label=_("Label"), required=False, help_text=_("If left empty: Last updated on")
    )

    class Meta:
        label = _("Last-updated date")
        icon = "date"
        template = "cookie_pages/blocks/updated.html"
        description = _("When this page or one of its cookies was last published.")
        preview_value = {"label": ""}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        page = (parent_context or {}).get("page")
        context["updated_at"] = page.shown_since if page else timezone.now()
        return context
