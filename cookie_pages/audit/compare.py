"""Observations held against declarations: each difference is a finding."""

from collections.abc import Iterator

from ..models import StorageType
from ..rules.names import is_within
from .attributes import wrong_attributes
from .declared import Declared, Tracker
from .finding import Finding
from .kinds import SEVERITIES
from .seen import HOST, NO_CHOICE, Observations, Problem
from .undue import undue

MOST_PLACES = 50


def findings(observations: Observations, declared: Declared) -> list[Finding]:
    """The gravest first; one for each fault, with the places where it was seen."""
    found: dict[str, Finding] = {}
    for finding in _all(observations, declared):
        first = found.setdefault(finding.key, finding)
        first.by = first.by or finding.by
        for place in finding.places:
            if place not in first.places and len(first.places) < MOST_PLACES:
                first.places.append(place)
    return sorted(
        found.values(),
        key=lambda item: (SEVERITIES.index(item.severity), item.kind, item.name),
    )


def _all(observations: Observations, declared: Declared) -> Iterator[Finding]:
    used: set[Tracker] = set()
    silent = silent_hosts(observations)
    yield from undue(observations.seen, declared, used)
    yield from wrong_attributes(observations, declared)
    yield from _pages(observations, declared)
    for tracker in declared.trackers:
        if tracker in used or tracker.kind == StorageType.FINGERPRINT:
            continue
        # Of a host that didn't answer, nothing can be said.
        if not any(is_within(host, tracker.host) for host in silent if tracker.host):
            yield Finding("never-seen", tracker.name, tracker.kind, tracker.host)
    for name in declared.not_shown:
        yield Finding("not-shown", name)


def silent_hosts(observations: Observations) -> set[str]:
    """The hosts that were asked for something and never answered."""
    asked = {item.host for item in observations.seen if item.kind == HOST}
    return asked - observations.answered


def silence(observations: Observations, declared: Declared) -> Iterator[Problem]:
    """What the silence of a host hides; of one that is declared it is a note only."""
    for host in sorted(silent_hosts(observations)):
        first = next(item for item in observations.seen if item.host == host)
        yield Problem(
            first.page,
            first.state,
            "silent",
            host,
            is_note=declared.provider_of(host) is not None,
        )


def _pages(observations: Observations, declared: Declared) -> Iterator[Finding]:
    if not declared.answerable:
        return
    for page in observations.pages:
        place = [(NO_CHOICE, page.address)]
        if not page.has_banner:
            yield Finding("no-banner", page.address, places=place)
        if not page.has_control:
            yield Finding("no-control", page.address, places=place)
