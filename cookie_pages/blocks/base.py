from wagtail import blocks

INLINE = ["bold", "italic", "link"]
FLOW = [*INLINE, "h3", "h4", "ol", "ul"]


class CharterBlock(blocks.StructBlock):
    class Meta:
        preview_template = "cookie_pages/preview/block.html"
