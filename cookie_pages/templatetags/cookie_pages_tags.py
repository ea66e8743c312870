"""``{% load cookie_pages_tags %}``"""

from urllib.parse import urlencode

from django import template
from django.db import DatabaseError
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import template_localtime
from django.utils.translation import gettext as _

from .. import conf
from ..consent.visitor import notice_for
from ..gates.embeds import embed_html, link_html
from ..gates.gate import gate
from ..gates.page import enter_page, rendered_page
from ..models.provider import Role
from ..notices.addresses import located
from ..notices.layer1 import in_words
from ..notices.recipients import recipients
from ..notices.render import banner_html, banner_preview_html

register = template.Library()


@register.filter
def answer(answers, slug):
    """The visitor's answer for a purpose: True, False, or None if there is none."""
    return (answers or {}).get(slug)


@register.filter
def in_full(moment, time=""):
    """A day in full, as in « 25 November 2026 »; with any ``time``, its hour and minute too."""
    moment = template_localtime(moment)
    if (translation.get_language() or "").startswith("en"):
        return date_format(moment, "j F Y, H:i" if time else "j F Y")
    return date_format(moment, "DATETIME_FORMAT" if time else "DATE_FORMAT")


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

    Nothing where no banner is published. No query once the cache is warm.
    """
    notice = _notice(context)
    request = context.get("request")
    enter_page(notice, getattr(request, "is_preview", False))
    if not notice or context.get("cookie_preferences_page"):
        return ""
    asks = bool(notice.slugs or notice.refusable_slugs)
    informs = notice.texts(translation.get_language())["informs"]
    return banner_html(notice) if asks or informs else ""


@register.simple_tag
def cookie_banner_preview(banner):
    """The banner as it would be if it were published now, for the admin's preview."""
    return banner_preview_html(banner)


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
