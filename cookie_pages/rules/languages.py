"""Languages: their names, and those that visitors' fixed texts are written in."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language_info, override, pgettext


def language_in_words(code: str) -> str:
    """« Français » for ``fr``, in the active language; the code where no name is known."""
    try:
        return capfirst(get_language_info(code)["name_translated"])
    except KeyError:
        return code


def is_spoken(code: str) -> bool:
    """Whether visitors who read ``code`` meet the module's texts in it (``fr`` for ``fr-ca``)."""
    return language_of_words(code) == code


def language_of_words(code: str) -> str:
    """The language that the module's texts come in on a page in ``code``: what ``lang`` says.

    ``code`` itself where a catalogue has them; else Django takes them from the site's first
    language, and last from the English source.
    """
    with override(code):
        spoken = pgettext("code of the language of this catalogue", "en")
    return code if code.lower().split("-")[0] == spoken else spoken


def lang_attributes(code: str, around: str) -> SafeString:
    """``lang`` for an element in ``code`` (WCAG 3.1.2); ``dir`` where it or ``around`` needs it.

    ``around``: the language of what the element stands in.
    """
    html = format_html(' lang="{}"', code)
    if not (_is_right_to_left(code) or _is_right_to_left(around)):
        return html
    return html + format_html(' dir="{}"', "rtl" if _is_right_to_left(code) else "ltr")


def _is_right_to_left(code: str) -> bool:
    try:
        return bool(get_language_info(code)["bidi"])
    except KeyError:
        return False
