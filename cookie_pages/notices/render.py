"""The current notice as HTML: the same for every visitor, made once a process and language."""

import json
from functools import lru_cache
from hashlib import sha256

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import get_script_prefix, reverse
from django.utils import translation
from wagtail.models import Locale

from .. import conf
from ..models import ConsentBanner, StorageType
from .addresses import located
from .current import load
from .layer1 import layer1
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
    """The banner of ``notice`` in the active language; the panel comes from an address."""
    language = notice.language(translation.get_language())
    options = _options()
    if settings.DEBUG:
        return _banner(notice, language, options)
    return _kept_banner(notice.digest, language, options)


def panel_html(notice: Notice, language: str) -> tuple[str, str]:
    """What stands behind « Customise », and its key: another one wherever a byte differs."""
    options = _options()
    if settings.DEBUG:
        return _panel(notice, language, options)
    return _kept_panel(notice.digest, language, options)


def notice_html(notice: Notice, language: str) -> str:
    """Banner and panel of ``notice`` in ``language``, as the proof keeps them (C23)."""
    options = _options()
    panel, _key = _panel(notice, language, options)
    return _banner(notice, language, options) + panel


@lru_cache(maxsize=32)
def _kept_banner(digest: str, language: str, options: Options) -> str:
    return _banner(load(digest), language, options)


@lru_cache(maxsize=8)
def _kept_panel(digest: str, language: str, options: Options) -> tuple[str, str]:
    return _panel(load(digest), language, options)


def _banner(notice: Notice, language: str, options: Options) -> str:
    _html, key = _panel(notice, language, options)
    return _render("cookie_pages/banner.html", notice, language, options, key)


def _panel(notice: Notice, language: str, options: Options) -> tuple[str, str]:
    html = _render("cookie_pages/panel.html", notice, language, options)
    return html, sha256(html.encode()).hexdigest()[:12]


def _render(
    template: str, notice: Notice, language: str, options: Options, key: str = ""
) -> str:
    with translation.override(language):
        context = banner_context(notice, language, options)
        if key:
            place = (notice.number, language, key)
            context["panel_address"] = reverse("cookie_pages:panel", args=place)
        return render_to_string(template, context)


def banner_context(notice: Notice, language: str, options: Options) -> dict:
    """What ``banner.html`` is given; the same for the public page and for previews."""
    texts = notice.languages[language]
    before_choosing = layer1(texts, options[1])
    cookie_name, days, level, _prefix = options
    purposes = texts["purposes"]

    # For the script, by slug: 1 if it needs consent, plus 2 if the browser's own signal refuses it.
    answerable = {
        purpose["slug"]: purpose["needs_consent"] + 2 * purpose["refused_by_browser"]
        for purpose in purposes
        if purpose["needs_consent"] or purpose["can_be_refused"]
    }

    return before_choosing | {
        "notice": notice,
        "language": language,
        "shown": located(texts),
        "answerable": json.dumps(answerable, separators=(",", ":")),
        "consent_mode": " ".join(
            f"{purpose['slug']}={','.join(purpose['google_consent_types'])}"
            for purpose in before_choosing["asked"]
            if purpose["google_consent_types"]
        ),
        "databases": any(
            cookie["storage_type"] == StorageType.INDEXED_DB
            for purpose in purposes
            for cookie in purpose["cookies"]
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
        return notice_html(notice, language)
