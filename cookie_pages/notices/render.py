"""The current notice as HTML: the same for every visitor, made once a process and language."""

import json
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import get_script_prefix, reverse
from django.utils import translation

from .. import conf
from ..models import StorageType
from ..rules.languages import lang_attributes, language_of_words
from .addresses import located
from .current import load
from .layer1 import layer1
from .notice import Notice


class Options(NamedTuple):
    """What the rendering depends on besides the notice and its language."""

    cookie_name: str
    days: int  # how long a choice holds
    level: int  # of the heading
    prefix: str  # where the site is mounted
    domain: str  # that the choice is shared in
    accounts: bool


def _options(domain: str = "") -> Options:
    return Options(
        conf.cookie_name(),
        conf.choice_days(),
        conf.heading_level(),
        get_script_prefix(),
        domain,
        conf.accounts(),
    )


def banner_html(notice: Notice, domain: str = "") -> str:
    """The banner of ``notice`` in the active language; the panel comes from an address.

    ``domain``: that of the choice cookie; none for the host alone.
    """
    language = notice.language(translation.get_language())
    options = _options(domain)
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
    options = _options(notice.domain)
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
    template: str,
    notice: Notice,
    language: str,
    options: Options,
    key: str = "",
    still: bool = False,
) -> str:
    with translation.override(language_of_words(language)):
        context = banner_context(notice, language, options) | {"still": still}
        if key:
            place = (notice.number, language, key)
            context["panel_address"] = reverse("cookie_pages:panel", args=place)
        return render_to_string(template, context)


def banner_context(notice: Notice, language: str, options: Options) -> dict:
    """What ``banner.html`` is given; the same for the public page and for previews."""
    texts = notice.languages[language]
    before_choosing = layer1(texts, options.days)
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
        "lang": lang_attributes(language_of_words(language), language),
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
        "cookie_name": options.cookie_name,
        "seconds": options.days * 86_400,
        "domain": options.domain,
        "accounts": options.accounts,
        "level": options.level,
    }


def still_html(notice: Notice, panel: bool = False) -> str:
    """The banner, or the panel, of a notice in the active language, without scripts."""
    language = notice.language(translation.get_language())
    template = "cookie_pages/panel.html" if panel else "cookie_pages/banner.html"
    return _render(template, notice, language, _options(), still=True)
