"""One state of consent: the choice, each page, each journey."""

import time

from playwright.sync_api import Error
from playwright.sync_api import Page as Tab

from .profile import SIGNAL_HEADERS, SIGNAL_SCRIPT, Profile
from .seen import ACCEPTED, NO_CHOICE, SIGNAL, WITHDRAWN, Observations, Page
from .states import BANNER, CONTROL, choose

# Between two visits, so that a lifetime that starts anew is told from one that is rounded.
BETWEEN = 2.5  # seconds
EXTENSION = 1.5  # seconds
# What the page of the answer does then is seen on the pages that come after it.
ANSWERED = 1  # seconds


class Tour:
    def __init__(self, browser, plan, state, observations: Observations, progress):
        self.browser = browser
        self.plan = plan
        self.state = state
        self.observations = observations
        self.progress = progress

    def run(self) -> None:
        signals = self.state == SIGNAL
        headers = {"extra_http_headers": SIGNAL_HEADERS} if signals else {}
        context = self.browser.new_context(service_workers="allow", **headers)
        if signals:
            context.add_init_script(script=SIGNAL_SCRIPT)
        self.profile = Profile(context, self.state, self.observations)
        self.profile.patience = self.plan.patience
        try:
            self._in_this_state()
        finally:
            context.close()

    def _in_this_state(self) -> None:
        if self.state not in (NO_CHOICE, SIGNAL) and not self._answer(self.state):
            return
        self._all()
        if self.state == ACCEPTED:
            self._again()
            if self._answer(WITHDRAWN):
                self.profile.state = WITHDRAWN
                self._all()

    def _all(self) -> None:
        for address in self.plan.addresses:
            self._open(address)
        for name, steps in self.plan.journeys.items():
            self.progress(self.profile.state, name)
            self.profile.address = name
            with self.profile.tab() as tab:
                self._walk(tab, steps)

    def _walk(self, tab: Tab, steps) -> None:
        """A journey is the site's own code: whatever it raises is a problem of its own."""
        try:
            steps(tab, self.plan.base)
        except Exception as error:
            self.profile.problem("error", f"{type(error).__name__}: {error}"[:200])
        self.profile.settle(tab)

    def _open(self, address: str) -> None:
        self.progress(self.profile.state, address)
        with self.profile.tab() as tab:
            if self.profile.go(tab, address) and self.profile.state == NO_CHOICE:
                self._note(tab, address)

    def _note(self, tab: Tab, address: str) -> None:
        if tab.evaluate("document.contentType") == "text/html":
            banner = tab.locator(BANNER)
            has_banner = banner.count() > 0 and banner.is_visible()
            has_control = tab.locator(CONTROL).count() > 0
            self.observations.pages.append(Page(address, has_banner, has_control))

    def _answer(self, wanted: str) -> bool:
        """Makes the choice; whether it could be made.

        What is seen on the way there belongs to the state before, in which it is seen anyway.
        """
        start = len(self.observations.seen)
        made = False
        with self.profile.tab() as tab:
            if self.profile.go(tab, self.plan.addresses[0]):
                try:
                    choose(tab, wanted)
                    made = True
                    self.profile.settle(tab, ANSWERED)
                except (Error, AssertionError):
                    self.profile.problem("choice", wanted)
        del self.observations.seen[start:]
        return made

    def _again(self) -> None:
        """Opens the pages once more that set cookies for a time: do these last longer now? (C29)"""
        first = dict(self.profile.expiries)
        setting = {
            seen.page: None
            for seen in self.observations.seen
            if seen.state == ACCEPTED and seen.is_written and seen.seconds
        }
        again = [page for page in setting if page in self.plan.addresses]
        time.sleep(BETWEEN if again else 0)
        for address in again:
            self._open(address)
        for cookie, expires in self.profile.expiries.items():
            if cookie in first and expires - first[cookie] > EXTENSION:
                self.observations.extended.add(cookie)
