"""Observations held against declarations: each difference is a finding."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field

from ..models import StorageType
from ..rules.names import is_within
from .declared import CALLED, Declared, Tracker
from .kinds import KINDS, SEVERITIES
from .seen import (
    CACHE,
    FINGERPRINT,
    HOST,
    NO_CHOICE,
    SIGNAL,
    WITHDRAWN,
    WORKER,
    Observations,
    Problem,
    Seen,
    is_granted,
)

# Between what is declared and what a browser rounds, and for the months' different lengths.
TOLERANCE = 1.02
LOOPBACK = ("localhost", "127.0.0.1", "::1", "[::1]")
# What carries an identifier in a name: a digit in a part of four characters, or digits alone.
CARRIES_ID = re.compile(r"(?=[^._-]*\d)[^._-]{4,}|\d+")
MOST_PLACES = 50


@dataclass
class Finding:
    """``places``: pairs of a state and a page, the first ones; ``of``: the kind of tracker;
    ``by``: who set it (``response``, ``script``), or the type of the request."""

    kind: str
    name: str
    of: str = ""
    host: str = ""
    purpose: str = ""
    detail: str = ""
    by: str = ""
    places: list[tuple[str, str]] = field(default_factory=list)

    @property
    def severity(self) -> str:
        return KINDS[self.kind].severity

    @property
    def key(self) -> str:
        """The same from run to run, whatever the pages and states."""
        return "|".join((self.kind, self.of, self.name, self.host))[:500]

    def as_data(self) -> dict:
        kind = KINDS[self.kind]
        return asdict(self) | {
            "places": [list(place) for place in self.places],
            "key": self.key,
            "severity": kind.severity,
            "rule": kind.rule,
            "source": kind.source,
        }


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
    yield from _undue(observations.seen, declared, used)
    yield from _attributes(observations, declared)
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


def _undue(
    seen: list[Seen], declared: Declared, used: set[Tracker]
) -> Iterator[Finding]:
    """Each tracker or host at its first fault: who sets one before consent does so later too."""
    faults: dict[tuple, dict[str, list[Finding]]] = {}
    for item in seen:
        finding = (
            _call(item, declared, used)
            if item.kind == HOST
            else _kept(item, declared, used)
        )
        if finding:
            finding.places = [(item.state, item.page)]
            finding.by = item.by
            subject = (finding.of, finding.name, finding.host)
            faults.setdefault(subject, {}).setdefault(finding.kind, []).append(finding)
    order = [*KINDS]
    for by_kind in faults.values():
        first = min(by_kind, key=order.index)
        # All places: a page where it happens later has the same cause.
        for finding in (one for same in by_kind.values() for one in same):
            finding.kind = first
            yield finding


def _kept(item: Seen, declared: Declared, used: set[Tracker]) -> Finding | None:
    if item.kind == FINGERPRINT:
        return Finding("fingerprinting", item.name, item.kind, item.host)
    if item.kind == WORKER:
        return Finding("service-worker", item.name, item.kind, item.host)
    if item.kind == CACHE:
        return Finding("cache-storage", item.name, item.kind, item.host)
    if declared.is_the_modules(item.kind, item.name):
        return None
    named = declared.named(item.kind, item.name)
    trackers = [tracker for tracker in named if declared.is_on(tracker, item.host)]
    if not trackers:
        own = declared.is_own(item.host)
        host = "" if own else item.host
        if named and not own:
            used.update(named)
            return Finding("third-party", named[0].name, item.kind, host)
        # Of a third party that may be called, no more can be known here than its name.
        return Finding("undeclared", grouped(item.name), item.kind, host)
    used.update(trackers)
    if any(_may(tracker.slug, item.state, declared) for tracker in trackers):
        return None
    tracker = trackers[0]
    # What is left on a third party's own domain can't be deleted from here: visitors are told.
    if (
        item.state == WITHDRAWN
        and not item.is_written
        and not declared.is_own(item.host)
    ):
        return None
    return Finding(
        _moment(item.state, ""), tracker.name, item.kind, tracker.host, tracker.slug
    )


def _call(item: Seen, declared: Declared, used: set[Tracker]) -> Finding | None:
    if declared.is_own(item.host):
        return None
    for tracker in declared.trackers:
        if (
            tracker.kind in CALLED
            and tracker.host
            and declared.is_on(tracker, item.host)
        ):
            used.add(tracker)
    slug = declared.provider_of(item.host)
    if slug is not None and _may(slug, item.state, declared):
        return None
    if item.by == "iframe" and item.state in (NO_CHOICE, SIGNAL):
        return Finding("ungated-embed", item.host, HOST, item.host, slug or "")
    if slug is None:
        return Finding("unknown-host", item.host, HOST, item.host)
    return Finding(_moment(item.state, "called-"), item.host, HOST, item.host, slug)


def _may(slug: str, state: str, declared: Declared) -> bool:
    if slug not in declared.answerable:
        return True
    return is_granted(state, slug, declared.answerable[slug])


def _moment(state: str, prefix: str) -> str:
    if state in (NO_CHOICE, SIGNAL):
        return f"{prefix}before-consent"
    return f"{prefix}after-{'withdrawal' if state == WITHDRAWN else 'refusal'}"


def _attributes(observations: Observations, declared: Declared) -> Iterator[Finding]:
    """What is wrong with declared cookies of the site itself."""
    for item in observations.seen:
        if item.kind != StorageType.COOKIE or not declared.is_own(item.host):
            continue
        trackers = declared.named(item.kind, item.name)
        if not trackers:
            continue
        tracker, place = trackers[0], [(item.state, item.page)]

        def finding(kind, detail="", tracker=tracker, place=place):
            return Finding(
                kind,
                tracker.name,
                tracker.kind,
                "",
                tracker.slug,
                detail,
                places=[*place],
            )

        if _lives_longer(item, trackers):
            yield finding("lives-longer", f"{item.seconds / 86_400:.0f}")
        if (item.name, item.host) in observations.extended and any(
            one.slug in declared.answerable for one in trackers
        ):
            yield finding("extended")
        if not item.attributes:
            continue
        if not item.attributes["secure"] and item.host not in LOOPBACK:
            yield finding("no-secure")
        if not item.attributes["same_site"]:
            yield finding("no-samesite")


def _lives_longer(item: Seen, trackers: Iterable[Tracker]) -> bool:
    if item.seconds is None:
        return False
    limits = [0 if tracker.is_session else tracker.seconds for tracker in trackers]
    if None in limits:
        return False
    return item.seconds > max(limits) * TOLERANCE


def _pages(observations: Observations, declared: Declared) -> Iterator[Finding]:
    if not declared.answerable:
        return
    for page in observations.pages:
        place = [(NO_CHOICE, page.address)]
        if not page.has_banner:
            yield Finding("no-banner", page.address, places=place)
        if not page.has_control:
            yield Finding("no-control", page.address, places=place)


def grouped(name: str) -> str:
    """``name`` with ``*`` for what differs from visitor to visitor, as in ``_ga_*``."""
    parts = re.split(r"([._-])", printable(name))
    first = next((index for index, part in enumerate(parts) if part.strip("._-")), 0)
    for index, part in enumerate(parts):
        if index > first and CARRIES_ID.fullmatch(part):
            parts[index] = "*"
    return re.sub(r"\*([._-]\*)+", "*", "".join(parts))


def printable(name: str) -> str:
    """``name`` with each unprintable character as an escape."""
    return "".join(
        letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in name
    )
