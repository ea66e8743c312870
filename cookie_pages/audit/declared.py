"""What a site declares, as the audit compares it with what was seen."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from wagtail.models import Site

from ..models import Catalogue, Cookie, Party, StorageType, in_a_charter
from ..models.retention import RetentionKind, months_of
from ..notices.publish import is_published
from ..rules.names import is_within, matcher

MONTH = 30.4375 * 86_400  # seconds
# Told by the host that is called, since nothing is kept on the device.
CALLED = (StorageType.PIXEL, StorageType.SCRIPT, StorageType.IFRAME)
# The module's own: a choice that the server has not acknowledged yet.
PENDING = "cookie-pages"


@dataclass(frozen=True)
class Tracker:
    """A declared tracker; ``seconds`` that it may stay, None where no limit is declared."""

    name: str
    kind: str
    host: str
    slug: str
    is_session: bool = False
    seconds: float | None = None

    def is_named(self, name: str) -> bool:
        return matcher((self.name,))(name)


@dataclass
class Declared:
    """The declarations of a site.

    ``own``: its hosts. ``hosts``: those of providers, each with the slug of the purpose that lets
    it through. ``answerable``: for each purpose that visitors answer for, whether it runs until
    it is refused. ``not_shown``: what is published but isn't shown, in words.
    """

    own: tuple[str, ...]
    trackers: list[Tracker] = field(default_factory=list)
    hosts: dict[str, str] = field(default_factory=dict)
    answerable: dict[str, bool] = field(default_factory=dict)
    not_shown: list[str] = field(default_factory=list)

    def is_own(self, host: str) -> bool:
        return any(is_within(host, own) for own in self.own)

    def is_on(self, tracker: Tracker, host: str) -> bool:
        """Whether a tracker seen on ``host`` can be the declared one."""
        return is_within(host, tracker.host) if tracker.host else self.is_own(host)

    def named(self, kind: str, name: str) -> list[Tracker]:
        return [
            item for item in self.trackers if item.kind == kind and item.is_named(name)
        ]

    def provider_of(self, host: str) -> str | None:
        """The slug of the purpose of a declared host; None for one that isn't declared."""
        return next(
            (slug for known, slug in self.all_hosts.items() if is_within(host, known)),
            None,
        )

    @cached_property
    def all_hosts(self) -> dict[str, str]:
        of_trackers = {item.host: item.slug for item in self.trackers if item.host}
        return of_trackers | self.hosts

    def is_the_modules(self, kind: str, name: str) -> bool:
        return kind == StorageType.LOCAL_STORAGE and name.startswith(PENDING)


def declared_on(site: Site, base: str) -> Declared:
    """What is published on ``site``, of which the pages are at the address ``base``."""
    catalogue = Catalogue(site_key=site.pk)
    purposes = catalogue.declared_purposes
    declared = Declared(
        own=_own_hosts(base),
        trackers=[_tracker(catalogue, cookie) for cookie in catalogue.declared_cookies],
        answerable={
            item.slug: item.can_be_refused
            for item in purposes
            if item.needs_consent or item.can_be_refused
        },
        not_shown=[*_not_shown(catalogue, site)],
    )
    for provider in catalogue.providers.declared():
        purpose = catalogue.purposes.source_of(provider.embed_purpose_id)
        for host in provider.hosts:
            declared.hosts[host] = purpose.slug if purpose else ""
    return declared


def _tracker(catalogue: Catalogue, cookie: Cookie) -> Tracker:
    months = months_of(cookie.retention_value, cookie.retention_unit)
    timed = cookie.retention_kind == RetentionKind.DURATION
    return Tracker(
        name=cookie.name,
        kind=cookie.storage_type,
        host=cookie.host if cookie.party == Party.THIRD else "",
        slug=catalogue.purpose_of(cookie).slug,
        is_session=cookie.retention_kind == RetentionKind.SESSION,
        seconds=months * MONTH if timed else None,
    )


def _own_hosts(base: str) -> tuple[str, ...]:
    addresses = [base, settings.STATIC_URL or "", settings.MEDIA_URL or ""]
    hosts = (urlsplit(address).hostname for address in addresses)
    return tuple(dict.fromkeys(host for host in hosts if host))


def _not_shown(catalogue: Catalogue, site: Site) -> Iterable[str]:
    """The names of what is live but is shown nowhere, and the site whose notice is late."""
    if not is_published(site):
        yield str(site)
    live = {item.pk for item in catalogue.cookies.declared()}
    complete = {item.pk for item in catalogue.declared_cookies}
    hidden = Q(pk__in=live - complete) | Q(pk__in=complete) & ~in_a_charter()
    yield from (
        Cookie.objects.filter(hidden).values_list("name", flat=True).order_by("name")
    )
