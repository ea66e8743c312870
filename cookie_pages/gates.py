"""Content that stays inert until its purpose is accepted (C1, C39)."""

from html.parser import HTMLParser

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from . import conf
from .notices import Notice

INVISIBLE = {"script", "style", "link", "meta", "noscript", "template"}


class _Visible(HTMLParser):
    """Notes whether a visitor would see anything of what is fed to it."""

    found = False
    inside = 0

    def handle_starttag(self, tag, attrs):
        if tag not in INVISIBLE:
            self.found = self.found or not self.inside
        elif tag not in ("link", "meta"):
            self.inside += 1

    def handle_endtag(self, tag):
        if tag in INVISIBLE and self.inside:
            self.inside -= 1

    def handle_data(self, data):
        if data.strip() and not self.inside:
            self.found = True


def leaves_a_hole(content: str) -> bool:
    """Whether a visitor would see a hole where ``content`` is kept inert."""
    parser = _Visible()
    parser.feed(content)
    parser.close()
    return parser.found


def gate(
    notice: Notice | None, slug: str, content: str, service: str = ""
) -> SafeString:
    """``content`` behind the purpose ``slug``, with a placeholder where it leaves a hole.

    ``service`` names what is off; by default, the purpose's providers. A purpose that the notice
    doesn't know can't be accepted, so its gate has no button; one that is exempt has no gate.
    """
    purpose = _purpose(notice, slug)
    if purpose and not purpose["needs_consent"]:
        return mark_safe(content)  # noqa: S308 (the block's own rendered content)
    template = format_html(
        '<template data-consent="{}">{}</template>',
        slug,
        mark_safe(content),  # noqa: S308
    )
    if not leaves_a_hole(content):
        return template
    return placeholder(notice, slug, purpose, service) + template


def placeholder(notice, slug, purpose, service) -> SafeString:
    language = notice.language(translation.get_language()) if notice else None
    return render_to_string(
        "cookie_pages/placeholder.html",
        {
            "slug": slug,
            "purpose": purpose,
            "service": service or _providers(purpose),
            "shown": notice.languages.get(language) if notice else None,
            "level": conf.heading_level(),
        },
    )


def _purpose(notice, slug):
    if not notice:
        return None
    purposes = notice.texts(translation.get_language())["purposes"]
    return next((purpose for purpose in purposes if purpose["slug"] == slug), None)


def _providers(purpose):
    if not purpose:
        return ""
    return ", ".join(item["name"] for item in purpose["providers"]) or purpose["name"]
