"""Which services a site's pages and templates use, and where embeds come from."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlsplit

from django.apps import apps
from django.db import models
from django.db.models.functions import Cast
from wagtail.embeds.models import Embed
from wagtail.fields import StreamField

from ..rules.names import is_host, is_within
from .services import Service, services
from .sources import site_templates

ADDRESS = re.compile(r"""https?://[^\s"'<>\\]+""")
EMBEDDED = re.compile(
    r"""<(?:embed|iframe)\b[^>]*?\b(?:url|src)=\\?["'](https?://[^"'\\]+)"""
)
# Where content is edited as text.
TEXTS = (models.TextField, models.URLField, StreamField)
OTHERS = ("django.", "wagtail.", "cookie_pages.")


@dataclass
class Found:
    """``places``: where each service is used; ``hosts``: of services that anyone may host."""

    places: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    hosts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    unknown: set[str] = field(default_factory=set)


def find() -> Found:
    """What pages, snippets, templates and embeds already seen name; our own left out."""
    found = Found()
    for place, text in _texts():
        for service in services().values():
            if service.is_in(text):
                _add(found, service, place, text)
    for address in _embedded():
        host = (urlsplit(address).hostname or "").lower()
        if is_host(host) and not _is_known(host, address):
            found.unknown.add(host)
    return found


def _add(found: Found, service: Service, place: str, text: str) -> None:
    if place not in found.places[service.key]:
        found.places[service.key].append(place)
    if not service.finds_hosts:
        return
    for address in ADDRESS.findall(text):
        host = urlsplit(address).hostname or ""
        if service.is_in(address) and is_host(host):
            found.hosts[service.key].add(host)


def _is_known(host: str, address: str) -> bool:
    return any(
        any(is_within(host, known) for known in service.embed_hosts)
        or (service.finds_hosts and service.is_in(address))
        for service in services().values()
    )


def _texts() -> Iterator[tuple[str, str]]:
    """Place and text of all that may name a service."""
    for path, text in site_templates(installed=False):
        yield path.name, text
    for item, text in _content():
        yield str(item), text
    for embed in Embed.objects.order_by("pk").iterator():
        yield embed.title or embed.url, f"{embed.url} {embed.html}"


def _embedded() -> Iterator[str]:
    for embed in Embed.objects.order_by("pk").iterator():
        yield embed.url
    for _item, text in _content():
        yield from EMBEDDED.findall(text)


def _content() -> Iterator[tuple[models.Model, str]]:
    """Each edited text with an address in it, of what is stored now."""
    for model in apps.get_models():
        if model._meta.proxy or model.__module__.startswith(OTHERS):
            continue
        for column in model._meta.local_fields:
            if isinstance(column, TEXTS):
                rows = model._default_manager.annotate(
                    found_text=Cast(column.name, models.TextField())
                ).filter(found_text__contains="http")
                for item in rows.iterator():
                    yield item, unescape(item.found_text)
