"""What was kept or called in a state of consent that doesn't allow it, or by nobody's word."""

from collections.abc import Iterator

from .declared import CALLED, Declared, Tracker
from .finding import Finding
from .kinds import KINDS
from .naming import grouped
from .seen import (
    CACHE,
    FINGERPRINT,
    HOST,
    NO_CHOICE,
    SIGNAL,
    WITHDRAWN,
    WORKER,
    Seen,
    is_granted,
)


def undue(
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
