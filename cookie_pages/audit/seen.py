"""What a browser saw while the audit drove it: plain data, kept as JSON."""

from dataclasses import dataclass, field

# Beside the kinds of tracker that can be declared (``StorageType``).
HOST = "host"
CACHE = "Cache Storage"
WORKER = "service worker"
FINGERPRINT = "fingerprint"
STORAGES = ("cookie", "localStorage", "sessionStorage", "IndexedDB", CACHE)

NO_CHOICE = "none"
REFUSED = "refused"
ACCEPTED = "accepted"
WITHDRAWN = "withdrawn"
SIGNAL = "signal"
ONLY = "only:"  # followed by the slug of the one purpose that is accepted


@dataclass
class Seen:
    """One thing that happened, in one state and on one page.

    ``kind``: a kind of storage, ``host`` for a request, a worker or a fingerprinting call;
    ``host``: the domain of a cookie, else that of the frame; ``by``: ``response``, ``script`` or
    the type of the request; ``seconds``: how long a cookie stays, None until the browser closes.
    """

    kind: str
    name: str
    host: str
    state: str
    page: str
    by: str = ""
    is_written: bool = True
    seconds: float | None = None
    attributes: dict = field(default_factory=dict)


@dataclass
class Page:
    """What a page has for its visitors to choose with, before any choice."""

    address: str
    has_banner: bool
    has_control: bool


@dataclass
class Problem:
    """What kept the audit from seeing all: the run is incomplete, unless it is only a note.

    ``code`` says in ``words.problem_in_words`` which text it has, ``detail`` what is in it.
    """

    page: str
    state: str
    code: str
    detail: str = ""
    is_note: bool = False


@dataclass
class Observations:
    """All that one run saw."""

    seen: list[Seen] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    extended: set[tuple[str, str]] = field(default_factory=set)  # names and domains
    answered: set[str] = field(default_factory=set)  # hosts


def states_of(slugs: list[str]) -> list[str]:
    """The states to visit a site in whose visitors are asked about these purposes.

    Withdrawal follows on acceptance, in the same profile.
    """
    if not slugs:
        return [NO_CHOICE]
    alone = [ONLY + slug for slug in slugs] if len(slugs) > 1 else []
    return [NO_CHOICE, SIGNAL, REFUSED, *alone, ACCEPTED, WITHDRAWN]


def is_granted(state: str, slug: str, refusable: bool) -> bool:
    """Whether a purpose that can be answered may run in ``state``."""
    if state in (NO_CHOICE, SIGNAL):
        return refusable
    return state == ACCEPTED or state == ONLY + slug
