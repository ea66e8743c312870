"""What visitors would be shown if a draft were published: for the admin's previews alone."""

from copy import copy

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Locale, Site

from ..models import ConsentBanner
from ..models.declaration import Declaration
from ..rules.languages import language_of_words
from .compile import compile_languages
from .notice import Notice
from .render import still_html
from .texts import compile_texts

# Modes of a preview without a banner: the visitor has answered, or it isn't what is looked at.
ANSWERED = ("refused", "accepted", "item", "placeholder", "preferences")
SHUT = ("unanswered", "refused")


def preview_notice(draft: Declaration, mode: str = "") -> Notice:
    """The notice with ``draft`` in the place of what is live; ``mode``: that of the preview."""
    draft = copy(draft)
    draft.live = True
    locale = draft.locale if draft.locale_id else Locale.get_active()
    language = locale.language_code
    site = Site.objects.filter(is_default_site=True).first()
    own = draft if isinstance(draft, ConsentBanner) else None
    languages = compile_languages(site, [draft], own) if site else {}
    if not languages:
        with translation.override(language_of_words(language)):
            banner = own or ConsentBanner(locale=locale)
            languages = {language: compile_texts(banner, locale.pk)}
    if mode == "information":
        languages = {code: _without_asking(texts) for code, texts in languages.items()}
    first = language if language in languages else next(iter(languages))
    return Notice.preview(languages, first)


def _without_asking(texts: dict) -> dict:
    exempt = [item for item in texts["purposes"] if not item["needs_consent"]]
    return texts | {"purposes": exempt, "informs": True}


def preview_html(notice: Notice, mode: str) -> SafeString:
    """Banner or panel as they look, in the flow of the page, without any script of ours."""
    if mode in ANSWERED:
        return mark_safe("")
    html = still_html(notice, panel=mode == "panel")
    place = {"html": mark_safe(html)}  # noqa: S308 (the module's own template)
    return render_to_string("cookie_pages/preview/place.html", place)
