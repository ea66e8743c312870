"""Drives a site through every state of consent, and says what was seen."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from itertools import count
from queue import SimpleQueue

from .browser import chromium
from .seen import WITHDRAWN, Observations, states_of

Steps = Callable  # called with a Playwright page and the site's address
Progress = Callable[[int, str, str], None]


@dataclass
class Plan:
    """What to drive: addresses, the purposes that visitors are asked about, and journeys.

    ``journeys``: steps by name. ``arguments``: more options of the browser. ``patience``:
    milliseconds until a page is given up.
    """

    base: str
    addresses: list[str]
    slugs: list[str]
    journeys: dict[str, Steps] = field(default_factory=dict)
    arguments: Sequence[str] = ()
    patience: int = 15_000

    @property
    def visits(self) -> int:
        """How many pages and journeys will be opened."""
        return len(states_of(self.slugs)) * (len(self.addresses) + len(self.journeys))


def crawl(plan: Plan, progress: Progress) -> Observations:
    """Visits each page in each state; ``progress`` is called in the caller's own thread with the
    number of pages opened, the state and the address.

    The browser has a thread of its own: its loop would keep Django from the database. Raises
    ``NoBrowser``.
    """
    opened: SimpleQueue = SimpleQueue()
    with ThreadPoolExecutor(1) as thread:
        done = thread.submit(_crawl, plan, lambda *place: opened.put(place))
        for number in count(1):
            while not done.done() and opened.empty():
                wait([done], timeout=0.2)
            if opened.empty():
                return done.result()
            progress(number, *opened.get())
    raise AssertionError  # the count has no end


def _crawl(plan: Plan, tell: Callable[[str, str], None]) -> Observations:
    observations = Observations()
    with chromium(plan.arguments) as browser:
        # Needs Playwright, of which `chromium` has said by now whether it is there.
        from .tour import Tour

        for state in states_of(plan.slugs):
            # Withdrawal follows on acceptance, in the same profile.
            if state != WITHDRAWN:
                Tour(browser, plan, state, observations, tell).run()
    return observations
