"""``{% load cookie_pages_charter %}``: what the charter's own templates need for its texts."""

import re

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from ..seed.text import foreign_words, link_addresses

register = template.Library()
register.filter(link_addresses)
register.filter(foreign_words)

# A word that would widen a table; no tag and no escaped character is part of one.
LONG = re.compile(r"[^\s<>&;\"'=/]{25,}")
PART = re.compile(r".{1,6}")


@register.filter
def breakable(text: str) -> SafeString:
    """``text`` as HTML in which a word of more than 24 characters may be broken (WCAG 1.4.10).

    Its words stay the same: ``<wbr>`` is no character.
    """
    html = conditional_escape(text)
    parts = LONG.sub(lambda word: "<wbr>".join(PART.findall(word[0])), html)
    return mark_safe(parts)  # noqa: S308 (escaped above)
