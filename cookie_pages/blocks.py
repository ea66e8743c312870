"""The StreamField blocks of a charter. Each has a preview and says what it is for."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

INLINE = ["bold", "italic", "link"]
FLOW = [*INLINE, "h3", "h4", "ol", "ul"]


class SectionBlock(blocks.StructBlock):
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


class KindsBlock(blocks.StructBlock):
    introduction = blocks.CharBlock(label=_("Introduction"), required=False)
    kinds = blocks.ListBlock(
        blocks.RichTextBlock(label=_("Kind of cookies"), features=INLINE),
        label=_("Kinds of cookies"),
    )

    class Meta:
        label = _("Kinds of cookies")
        icon = "list-ul"
        template = "cookie_pages/blocks/kinds.html"
        description = _("A list that says which kinds of cookies there are.")
        preview_value = {
            "introduction": _("There are several kinds of cookies:"),
            "kinds": ["<p>…</p>", "<p>…</p>"],
        }


class ColumnsBlock(blocks.StructBlock):
    """Headings of the columns; an empty one falls back on the standard words."""

    provider = blocks.CharBlock(label=_("Provider"), required=False)
    service = blocks.CharBlock(label=_("Service and location"), required=False)
    name = blocks.CharBlock(label=_("Name of the cookie"), required=False)
    finality = blocks.CharBlock(label=_("Purpose"), required=False)

    class Meta:
        label = _("Headings of the columns")
        collapsed = True


class CookieTableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(
        label=_("Caption"),
        required=False,
        help_text=_("Title of the table. Without it, the name of the purpose."),
    )
    purposes = blocks.ListBlock(
        SnippetChooserBlock("cookie_pages.Purpose", label=_("Purpose")),
        label=_("Purposes"),
        default=[],
        help_text=_(
            "One table for each. Without any, every purpose of the cookies of this page."
        ),
    )
    columns = ColumnsBlock()
    show_retention = blocks.BooleanBlock(
        label=_("Show how long each cookie is kept"), required=False, default=True
    )
    show_party = blocks.BooleanBlock(
        label=_("Show who sets each cookie"), required=False, default=False
    )

    class Meta:
        label = _("Cookie table")
        icon = "table"
        template = "cookie_pages/blocks/cookie_table.html"
        description = _("The cookies of this page, one table for each purpose.")
        preview_template = "cookie_pages/preview/cookie_table.html"
        preview_value = {"caption": _("Cookies that this site needs")}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        page = (parent_context or {}).get("page")
        context["tables"] = page.cookie_tables(value) if page else []
        return context


class PreferencesButtonBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("Label"), required=False)

    class Meta:
        label = _("Button that reopens the choice")
        icon = "cog"
        template = "cookie_pages/blocks/preferences_button.html"
        description = _("Lets visitors change their mind from this page.")
        preview_value = {"label": ""}


def charter_blocks():
    return [
        ("section", SectionBlock()),
        ("kinds", KindsBlock()),
        ("cookie_table", CookieTableBlock()),
        ("preferences_button", PreferencesButtonBlock()),
    ]
