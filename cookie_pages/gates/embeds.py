"""Embedded videos, maps and posts: which purpose each host belongs to, and its gate (C39)."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlsplit

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.embeds.models import Embed

from ..notices.notice import Notice
from ..rules.names import is_within
from .gate import shut

SOURCES = ("src", "data", "poster", "srcset", "href", "action")


class _Hosts(HTMLParser):
    """Collects the hosts that the content would contact or lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in SOURCES and value and (tag != "a" or name != "href"):
                self.loaded += [_host(part) for part in value.split(",")]


def _host(address: str) -> str:
    try:
        return (urlsplit(address.strip().split(" ")[0]).hostname or "").lower()
    except ValueError:
        return ""


@dataclass(frozen=True)
class Match:
    """The purpose of a host, and the service that a visitor knows it by."""

    slug: str
    service: str


def hosts_of(html: str, url: str) -> list[str]:
    """The hosts that ``html`` would contact, or that of ``url`` where it names none."""
    parser = _Hosts()
    parser.feed(html)
    parser.close()
    hosts = [host for host in parser.loaded if host] or [_host(url)]
    return list(dict.fromkeys(hosts))


def match(notice: Notice | None, host: str) -> Match:
    """The provider whose embed hosts name ``host`` or a domain above it, else the fallback."""
    if notice:
        texts = notice.texts(translation.get_language())
        for purpose in texts["purposes"]:
            for provider in purpose["providers"]:
                if any(is_within(host, known) for known in provider["embed_hosts"]):
                    return Match(purpose["slug"], provider["name"])
        return Match(texts["embed_purpose"], host)
    return Match("", host)


def is_tame(html: str) -> bool:
    """Whether ``html`` surely ends inside its gate, whatever a browser makes of it."""
    lower = html.lower()
    closed = all(
        lower.count(f"<{tag}") == lower.count(f"</{tag}")
        for tag in ("script", "style", "textarea", "title", "noscript", "iframe")
    )
    return closed and not any(
        part in lower
        for part in ("<template", "</template", "<!--", "<plaintext", "<xmp")
    )


def with_referrer(html: str) -> str:
    """``html`` whose frames tell their host which site shows them: some refuse without.

    The origin alone, and only where the embed doesn't say otherwise itself.
    """
    if "referrerpolicy" in html.lower():
        return html
    policy = ' referrerpolicy="strict-origin-when-cross-origin"'
    return re.sub(r"<iframe(?=[\s>])", rf"\g<0>{policy}", html, flags=re.IGNORECASE)


def link_html(embed: Embed) -> SafeString:
    """A link to an ``embed``, for a feed or an e-mail, where no gate could be opened."""
    return format_html(
        '<p><a href="{}">{}</a></p>', embed.url, embed.title or embed.url
    )


def embed_html(
    embed: Embed, notice: Notice | None, preview: bool = False
) -> SafeString:
    """A Wagtail ``embed`` behind the purposes of all the hosts that it would contact.

    In a preview editors see the embed itself, marked as gated.
    """
    html = with_referrer(embed.html or "")
    if is_tame(html):
        matches = [match(notice, host) for host in hosts_of(html, embed.url)]
    else:
        html, matches = "", [Match("", _host(embed.url))]
    content = mark_safe(html)  # noqa: S308 (Wagtail's own embed, in a gate that it can't leave)
    first = matches[0]
    if not preview:
        by_slug = {item.slug: item for item in reversed(matches)}
        for slug, item in by_slug.items():
            content = shut(notice, slug, content, item.service, embed.url)
    context = {
        "content": content,
        "preview": preview,
        "purpose": notice and notice.purpose(first.slug, translation.get_language()),
        "embed": embed,
    }
    return render_to_string("cookie_pages/embed.html", context)
