"""``{% load cookie_pages_tags %}``"""

import re

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

register = template.Library()

ADDRESS = re.compile(r"<(https?://[^\s<>]+)>")


@register.filter
def link_addresses(text):
    """``text`` with each address in angle brackets made a link, and all else escaped."""
    pieces = ADDRESS.split(str(text))
    return format_html_join(
        "",
        "{}",
        (
            (format_html('<a href="{0}">{0}</a>', piece) if index % 2 else piece,)
            for index, piece in enumerate(pieces)
        ),
    )


@register.inclusion_tag("cookie_pages/preferences_button.html")
def cookie_preferences_button(label=""):
    """The control that reopens the choice, in the footer of every page (C17)."""
    return {"label": label or _("Cookie settings")}


@register.simple_block_tag
def gated(content, slug):
    """Keep ``content`` inert until the visitor accepts the purpose ``slug`` (C1, C39).

    A ``<template>`` is inert by the HTML standard: no script in it runs, no host is contacted.
    """
    return format_html('<template data-consent="{}">{}</template>', slug, content)
