"""The tables of cookies."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from .base import CharterBlock


class ColumnsBlock(blocks.StructBlock):
    """Headings of the columns; an empty one falls back on the standard words."""

    provider = blocks.CharBlock(label=_("Provider"), required=False)
    service = blocks.CharBlock(label=_("Service and location"), required=False)
    name = blocks.CharBlock(label=_("Name of the cookie"), required=False)
    finality = blocks.CharBlock(label=_("Purpose"), required=False)

    class Meta:
        label = _("Headings of the columns")
        collapsed = True


class CookieTableBlock(CharterBlock):
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
    show_consent = blocks.BooleanBlock(
        label=_("Show whether consent is needed"), required=False, default=False
    )

    class Meta:
        label = _("Cookie table")
        icon = "table"
        template = "cookie_pages/blocks/cookie_table.html"
        description = _("The cookies of this page, one table for each purpose.")
        preview_template = "cookie_pages/preview/cookie_table.html"
        preview_value = {"caption": _("Cookies that this site needs")}

    def get_api_representation(self, value, context=None):
        """Purposes by slug, as the page's rows name them."""
        data = super().get_api_representation(value, context)
        return data | {"purposes": [item.slug for item in value["purposes"] if item]}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        page = (parent_context or {}).get("page")
        context["tables"] = page.cookie_tables(value) if page else []
        return context
