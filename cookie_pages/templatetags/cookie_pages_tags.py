"""``{% load cookie_pages_tags %}``"""

from collections.abc import Mapping
from urllib.parse import urlencode

from django import template
from django.db import DatabaseError
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.timezone import template_localtime
from django.utils.translation import gettext as _

from .. import conf
from ..consent.visitor import cookie_domain, notice_for
from ..gates.embeds import embed_html, link_html
from ..gates.gate import gate, placeholder
from ..gates.page import enter_page, rendered_page
from ..models.provider import Role
from ..notices.addresses import located
from ..notices.layer1 import in_words
from ..notices.preview import SHUT, preview_html
from ..notices.recipients import recipients
from ..notices.render import banner_html
from ..rules.languages import lang_attributes, language_of_words

register = template.Library()


@register.filter
def answer(answers, slug):
    """The visitor's answer for a purpose: True, False, or None if there is none."""
    return (answers or {}).get(slug)


@register.filter
def in_full(moment, time=""):
    """A day in full, as in « 25 November 2026 »; with any ``time``, its hour and minute too."""
    moment = template_localtime(moment)
    # Django writes English in short and has no Maltese.
    if (translation.get_language() or "")[:2] in ("en", "mt"):
        return date_format(moment, "j F Y, H:i" if time else "j F Y")
    return date_format(moment, "DATETIME_FORMAT" if time else "DATE_FORMAT")


# Texts of a notice that are HTML, and may hold paragraphs.
BLOCKS = ("text", "information_text")


@register.filter
def says(item, name):
    """The text ``name`` of an item of a notice, or of a declaration, in its own ``lang``.

    The element around it comes only where that isn't the active language (WCAG 3.1.2).
    """
    around = translation.get_language() or ""
    if isinstance(item, Mapping):
        text, code = item[name], item.get("lang", {}).get(name)
        code = code or language_of_words(around)
    else:
        text, code = getattr(item, name), item.locale.language_code
    if name in BLOCKS:
        text = mark_safe(text)  # noqa: S308 (Wagtail's rich text)
    if not text or code == around:
        return text
    element = "div" if name in BLOCKS else "span"
    attributes = lang_attributes(code, around)
    return format_html("<{0}{1}>{2}</{0}>", element, attributes, text)


@register.simple_tag
def own_lang():
    """``lang`` for the module's words on a page in a language that it has no catalogue of."""
    language = translation.get_language() or ""
    spoken = language_of_words(language)
    return "" if spoken == language else lang_attributes(spoken, language)


@register.filter
def role_name(role):
    """The role of a provider in words."""
    return Role(role).label


@register.simple_tag(takes_context=True)
def cookie_facts(context):
    """What the charter's own blocks say of the site, from the notice; empty without one.

    ``shown``: the notice in the page's language. ``recipients``: who receives data.
    ``proof``: how long the record of an answer is kept, in words, empty where none is.
    """
    notice = _notice(context)
    shown = located(notice.texts(translation.get_language())) if notice else {}
    return {
        "shown": shown,
        "recipients": recipients(shown) if shown else [],
        "proof": in_words(conf.record_days()) if conf.keep_records() else "",
    }


@register.filter
def third_parties(purpose):
    """Domains of others on which cookies of the purpose are kept, out of this site's reach."""
    hosts = [
        cookie["host"] for cookie in purpose["cookies"] if cookie["party"] == "third"
    ]
    return sorted(set(filter(None, hosts)))


@register.simple_tag
def gated_embed(embed):
    """A Wagtail embed behind the purposes of its hosts; in a preview, marked and open (C39).

    A link outside a page with a banner: a feed, an e-mail or an API has no script to open it.
    """
    page = rendered_page()
    return embed_html(embed, *page) if page else link_html(embed)


def _notice(context):
    """The notice for this page; None on an error page whose database can't be asked."""
    request = context.get("request")
    try:
        return notice_for(request)
    except DatabaseError:
        if request is None:
            return None
        raise


@register.simple_tag(takes_context=True)
def cookie_banner(context):
    """Banner and panel, once, first thing in ``<body>``: the same bytes for every visitor.

    Nothing where no banner is published. No query once the cache is warm. In a preview of the
    admin it stands in the page, without scripts: no gate opens there, and nobody is counted.
    """
    notice = _notice(context)
    request = context.get("request")
    is_preview = getattr(request, "is_preview", False)
    mode = getattr(request, "preview_mode", "") or ""
    enter_page(notice, is_preview and mode not in SHUT)
    if not notice or context.get("cookie_preferences_page"):
        return ""
    asks = bool(notice.slugs or notice.refusable_slugs)
    informs = notice.texts(translation.get_language())["informs"]
    if not (asks or informs):
        return ""
    if is_preview:
        return preview_html(notice, mode)
    return banner_html(notice, cookie_domain(request, notice) if request else "")


@register.simple_tag(takes_context=True)
def cookie_preview_placeholder(context):
    """The placeholder of the first purpose that needs consent, for the admin's preview."""
    notice = _notice(context)
    return placeholder(notice, notice.slugs[0] if notice.slugs else "")


@register.inclusion_tag("cookie_pages/preferences_link.html", takes_context=True)
def cookie_preferences_button(context, label=""):
    """The way back to the choice, in the footer of every page (C17).

    A link to the preferences page; where scripts run, the panel opens in place.
    """
    notice = _notice(context)
    if not label and notice:
        label = notice.texts(translation.get_language())["banner"]["preferences"]
    request = context.get("request")
    query = {"language": translation.get_language()} if request else {}
    query |= {"next": request.get_full_path()} if request else {}
    address = reverse("cookie_pages:preferences")
    return {
        "address": f"{address}?{urlencode(query)}" if query else address,
        "label": label or _("Cookie settings"),
    }


@register.simple_block_tag(takes_context=True)
def gated(context, content, slug, service=""):
    """Keep ``content`` inert until the visitor accepts the purpose ``slug`` (C1, C39).

    A ``<template>`` is inert by the HTML standard: no script in it runs, no host is contacted.
    Where a visitor would see a hole, a placeholder names the ``service`` (by default the
    purpose's providers) and has a button to allow it.
    """
    return gate(_notice(context), slug, content, service)
