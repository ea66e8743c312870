"""What a charter explains."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .base import FLOW, INLINE, CharterBlock


class SectionBlock(CharterBlock):
    heading = blocks.CharBlock(
        label=_("Heading"),
        help_text=_(
            "An address in angle brackets becomes a link: &lt;https://www.example.org&gt;"
        ),
    )
    text = blocks.RichTextBlock(label=_("Text"), features=FLOW, required=False)

    class Meta:
        label = _("Section")
        icon = "title"
        template = "cookie_pages/blocks/section.html"
        description = _("A heading and the text below it.")
        preview_value = {
            "heading": _("What is a cookie?"),
            "text": "<p>…</p>",
        }


class TextBlock(CharterBlock):
    text = blocks.RichTextBlock(label=_("Text"), features=[*FLOW, "h2"])

    class Meta:
        label = _("Text")
        icon = "pilcrow"
        template = "cookie_pages/blocks/text.html"
        description = _("Free text, with headings, lists and links.")
        preview_value = {"text": "<h2>…</h2><p>…</p>"}


class CalloutBlock(CharterBlock):
    heading = blocks.CharBlock(label=_("Heading"), required=False)
    text = blocks.RichTextBlock(label=_("Text"), features=INLINE)

    class Meta:
        label = _("Call-out")
        icon = "info-circle"
        template = "cookie_pages/blocks/callout.html"
        description = _("A short text that stands out.")
        preview_value = {
            "heading": _("Good to know"),
            "text": _("<p>This site sets no third-party cookie.</p>"),
        }
