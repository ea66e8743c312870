from django.utils.translation import gettext_lazy as _
from wagtail import blocks

INLINE = ["bold", "italic", "link"]
FLOW = [*INLINE, "h3", "h4", "ol", "ul"]


class CharterBlock(blocks.StructBlock):
    class Meta:
        preview_template = "cookie_pages/preview/block.html"


class HeadedBlock(CharterBlock):
    """A block with a heading of its own, standard words if it is left empty."""

    heading = blocks.CharBlock(label=_("Heading"), required=False)
