"""How the seed charter's text becomes HTML: addresses in angle brackets, English words."""

import re

from django.utils import translation
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

TAG = re.compile(r"(<[^>]*>)")
ADDRESS = re.compile(r"<(https?://[^\s<>]+)>")
# A17: English words in a French text, which a voice would otherwise read as French.
ENGLISH_IN_FRENCH = re.compile(
    r"(?<![\w-])(first-party|third[ -]party|back office)(?![\w-])", re.IGNORECASE
)


def link_addresses(text: object) -> SafeString:
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


def foreign_words(html: object) -> SafeString:
    """``html`` with English words marked as such where the page is French (A17)."""
    html = conditional_escape(html)
    if not (translation.get_language() or "").startswith("fr"):
        return html
    # Every second piece is a tag, and stays as it is.
    pieces = [
        piece
        if index % 2
        else ENGLISH_IN_FRENCH.sub(r'<span lang="en">\1</span>', piece)
        for index, piece in enumerate(TAG.split(html))
    ]
    return mark_safe("".join(pieces))  # noqa: S308 (escaped above)
