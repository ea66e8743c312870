"""Content that stays inert until its purpose is accepted (C1, C39)."""

from html.parser import HTMLParser

from django.conf import settings
from django.template import TemplateSyntaxError
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from .. import conf
from ..models import ConsentNotice, Purpose
from ..models.provider import Role
from ..notices.layer1 import in_words
from ..notices.notice import Notice
from ..rules.languages import lang_attributes, language_of_words

INVISIBLE = {"script", "style", "link", "meta", "noscript", "template"}


class _Visible(HTMLParser):
    """Finds out whether the HTML fed to it has visible content."""

    is_seen = False
    inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INVISIBLE:
            self.is_seen = self.is_seen or not self.inside
        elif tag not in ("link", "meta"):
            self.inside += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in INVISIBLE and self.inside:
            self.inside -= 1

    def handle_data(self, data: str) -> None:
        if data.strip() and not self.inside:
            self.is_seen = True


def leaves_a_hole(content: str) -> bool:
    """Whether a visitor would see a hole where ``content`` is kept inert."""
    parser = _Visible()
    parser.feed(content)
    parser.close()
    return parser.is_seen


def gate(
    notice: Notice | None, slug: str, content: str, service: str = ""
) -> SafeString:
    """``content`` behind the purpose ``slug``, with a placeholder where it leaves a hole.

    ``service`` names what is off; by default, the purpose's providers. A purpose that the notice
    doesn't know can't be accepted, so its gate has no button; one that is exempt has no gate,
    unless it can be refused. Raises ``TemplateSyntaxError`` in development (``DEBUG``) for a
    purpose that never existed.
    """
    if not notice or not notice.purpose(slug, translation.get_language()):
        _report_unknown(slug)
    return shut(notice, slug, content, service)


def shut(
    notice: Notice | None, slug: str, content: str, service: str = "", address: str = ""
) -> SafeString:
    """``gate`` for a slug that no template wrote; ``address`` is the content's own page."""
    purpose = notice.purpose(slug, translation.get_language()) if notice else None
    if purpose and purpose["can_be_refused"]:
        return inert(slug, content, unless_refused=True)
    if purpose and not purpose["needs_consent"]:
        return mark_safe(content)  # noqa: S308 (the block's own rendered content)
    if not address and not leaves_a_hole(content):
        return inert(slug, content)
    return placeholder(notice, slug, service, address) + inert(slug, content)


def inert(slug: str, content: str, unless_refused: bool = False) -> SafeString:
    return format_html(
        '<template data-consent="{}"{}>{}</template>',
        slug,
        mark_safe(" data-unless-refused") if unless_refused else "",
        mark_safe(content),  # noqa: S308
    )


def placeholder(
    notice: Notice | None, slug: str, service: str = "", address: str = ""
) -> SafeString:
    """What stands where content is off: names the service, says why, offers to allow it.

    ``address`` is the content's own page elsewhere, for who has no JavaScript.
    """
    page = translation.get_language() or ""
    language = notice.language(page) if notice else page
    spoken = language_of_words(language)
    purpose = notice.purpose(slug, language) if notice else None
    context = {
        "slug": slug,
        "purpose": purpose,
        "service": service or _providers(purpose),
        "address": address,
        "asks": bool(notice),
        "third_parties": _third_parties(purpose),
        "banner": notice.languages[language]["banner"] if notice else {},
        "language": language,
        "lang": "" if spoken == page else lang_attributes(spoken, page),
        "level": conf.heading_level(),
    }
    with translation.override(spoken):
        context["kept"] = in_words(conf.choice_days())
        return render_to_string("cookie_pages/placeholder.html", context)


def _providers(purpose: dict | None) -> str:
    if not purpose:
        return ""
    return ", ".join(item["name"] for item in purpose["providers"]) or purpose["name"]


def _third_parties(purpose: dict | None) -> list[dict]:
    providers = purpose["providers"] if purpose else []
    return [provider for provider in providers if provider["role"] != Role.SELF]


def _report_unknown(slug: str) -> None:
    """A slug that is only unpublished, or was deleted since, is no mistake of the template."""
    if not settings.DEBUG or Purpose.objects.filter(slug=slug).exists():
        return
    if ConsentNotice.objects.filter(content__contains=f'"slug":"{slug}"').exists():
        return
    known = ", ".join(Purpose.objects.values_list("slug", flat=True).distinct()) or "–"
    raise TemplateSyntaxError(
        f"{{% gated %}}: no purpose has the slug {slug!r}. Known purposes: {known}. "
        "Declare it under « Cookies » in the admin, or mend the template."
    )
