"""What is wrong with the declared cookies of the site itself: lifetime, Secure, SameSite."""

from collections.abc import Iterable, Iterator

from ..models import StorageType
from .declared import Declared, Tracker
from .finding import Finding
from .seen import Observations, Seen

# Between what is declared and what a browser rounds, and for the months' different lengths.
TOLERANCE = 1.02
LOOPBACK = ("localhost", "127.0.0.1", "::1", "[::1]")


def wrong_attributes(
    observations: Observations, declared: Declared
) -> Iterator[Finding]:
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
