"""The current notice as HTML: the same for every visitor, made once a process and language."""

import json
from functools import lru_cache

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import get_script_prefix
from django.utils import translation
from wagtail.models import Locale

from .. import conf
from ..models import ConsentBanner
from .addresses import located
from .current import load
from .notice import Notice
from .texts import compile_texts

# Cookie's name, days of a choice, heading level, and where the site is mounted.
Options = tuple[str, int, int, str]


def _options() -> Options:
    return (
        conf.cookie_name(),
        conf.choice_days(),
        conf.heading_level(),
        get_script_prefix(),
    )


def banner_html(notice: Notice) -> str:
    """Banner and panel of ``notice`` in the active language."""
    language = notice.language(translation.get_language())
    options = _options()
    if settings.DEBUG:
        return _render(notice, language, options)
    return _rendered(notice.digest, language, options)


@lru_cache(maxsize=128)
def _rendered(digest: str, language: str, options: Options) -> str:
    return _render(load(digest), language, options)


def notice_html(notice: Notice, language: str) -> str:
    """Banner and panel of ``notice`` in ``language``, as the proof keeps them (C23)."""
    return _render(notice, language, _options())


def _render(notice: Notice, language: str, options: Options) -> str:
    with translation.override(language):
        return render_to_string(
            "cookie_pages/banner.html", banner_context(notice, language, options)
        )


def banner_context(notice: Notice, language: str, options: Options) -> dict:
    """What ``banner.html`` is given; the same for the public page and for previews."""
    texts = notice.languages[language]
    asked = [purpose for purpose in texts["purposes"] if purpose["needs_consent"]]
    cookie_name, days, level, _prefix = options
    purposes = texts["purposes"]

    # For the script, by slug: 1 if it needs consent, plus 2 if the browser's own signal refuses it.
    answerable = {
        purpose["slug"]: purpose["needs_consent"] + 2 * purpose["refused_by_browser"]
        for purpose in purposes
        if purpose["needs_consent"] or purpose["can_be_refused"]
    }

    return {
        "notice": notice,
        "language": language,
        "shown": located(texts),
        "asked": asked,
        "providers": {item["id"] for purpose in asked for item in purpose["providers"]},
        "answerable": json.dumps(answerable, separators=(",", ":")),
        "consent_mode": " ".join(
            f"{purpose['slug']}={','.join(purpose['google_consent_types'])}"
            for purpose in asked
            if purpose["google_consent_types"]
        ),
        "cookie_name": cookie_name,
        "seconds": days * 86_400,
        "level": level,
    }


def banner_preview_html(banner: ConsentBanner) -> str:
    """``banner`` as it would look if it were published now, in its own language."""
    locale = banner.locale if banner.locale_id else Locale.get_active()
    language = locale.language_code
    with translation.override(language):
        texts = compile_texts(banner, locale.pk)
        notice = Notice.preview({language: texts}, language)
        return _render(notice, language, _options())
