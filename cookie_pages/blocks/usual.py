"""The sections that a charter usually has, in words of our own: an editor starts from them."""

from django.utils.html import format_html
from django.utils.translation import gettext as _


def usual_sections() -> list[dict]:
    """Raw values of the charter's blocks, in the active language."""
    return [
        section(
            _("What is a tracker?"),
            _(
                "A tracker is something that a site stores on your device, or reads there: a "
                "cookie, the local storage of the browser, a pixel, a fingerprint of the device."
            ),
            _(
                "Those that you need for what you ask for, such as logging in, need no consent. "
                "All others are stored or read only once you accept them, purpose by purpose."
            ),
        ),
        section(
            _("The trackers of this site"),
            _(
                "The table says who sets each of them, what it is for and how long it stays."
            ),
        ),
        block("cookie_table", show_party=True, show_consent=True),
        section(
            _("How to change your mind"),
            _("You can change or withdraw your answer at any time."),
        ),
        block("preferences_button"),
        block("browser_settings"),
        block("recipients"),
        block("proof"),
        block("contact"),
        block("updated"),
    ]


def block(name: str, **value) -> dict:
    return {"type": name, "value": value}


def section(heading: str, *paragraphs: str) -> dict:
    text = "".join(format_html("<p>{}</p>", words) for words in paragraphs)
    return block("section", heading=heading, text=text)
