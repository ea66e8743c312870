"""One fresh browser profile in one state of consent, and all that it sees."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import BrowserContext, Error, Frame, Request, Response
from playwright.sync_api import Page as Tab

from .headers import parse
from .seen import HOST, STORAGES, WORKER, Observations, Problem, Seen

OBSERVER, LEFT = (
    files(__package__).joinpath(name).read_text() for name in ("observer.js", "left.js")
)
QUIET = 0.15  # seconds without a request, after which a page is taken to have settled
SETTLING = 3  # seconds at most until then
ANSWERING = 2_000  # milliseconds in which a page must answer a question

# The browser's own refusal, as its pages and their servers see it.
SIGNAL_SCRIPT = (
    "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl',"
    " { get: () => true })"
)
SIGNAL_HEADERS = {"Sec-GPC": "1"}


class Profile:
    """Opens pages in ``state``, and adds what it sees to ``observations``."""

    def __init__(
        self, context: BrowserContext, state: str, observations: Observations
    ) -> None:
        self.context = context
        self.state = state
        self.observations = observations
        self.patience = 15_000  # milliseconds until a page is given up
        self.address = ""
        self._in_flight: dict[Request, Seen | None] = {}
        self._changed_at = time.monotonic()
        self._responses: list[Response] = []
        self._raw: dict[tuple[str, str], dict] = {}
        # When the browser lets go of each cookie: name and domain, seconds since 1970.
        self.expiries: dict[tuple[str, str], float] = {}
        context.expose_binding("cookiePagesAudit", self._told)
        context.add_init_script(script=OBSERVER)
        context.on("request", self._requested)
        context.on("requestfinished", self._ended)
        context.on("requestfailed", self._failed)
        context.on("response", self._responded)
        context.on("dialog", lambda dialog: dialog.dismiss())
        context.on("serviceworker", lambda worker: self._worker(worker.url))

    @contextmanager
    def tab(self) -> Iterator[Tab]:
        """A tab of this profile; what goes wrong in it is a problem of its page, and no more."""
        # What a tab that is closed left open never ends.
        self._in_flight.clear()
        tab = self.context.new_page()
        tab.set_default_timeout(self.patience)
        try:
            yield tab
        except Error as error:
            self.problem("error", str(error).splitlines()[0])
        finally:
            self._read(tab)
            try:
                tab.close()
            except Error:
                self.problem("busy")

    def go(self, tab: Tab, address: str) -> bool:
        """Opens ``address``; whether it is a page that answered."""
        self.address = address
        try:
            response = tab.goto(address, wait_until="load")
        except Error as error:
            self.problem("error", _reason(error))
            return False
        if response and response.status >= 400:
            self.problem("status", str(response.status))
            return False
        self.settle(tab)
        return True

    def settle(self, tab: Tab, seconds: float = SETTLING) -> None:
        """Waits until the page asks for nothing any more, ``seconds`` at most; scrolls down for
        what comes late."""
        try:
            # The browser itself watches over the time: a page may be busy for ever.
            tab.wait_for_function(
                "() => { window.scrollTo(0, document.body?.scrollHeight ?? 0); return true; }",
                timeout=ANSWERING,
            )
        except Error:
            self.problem("busy")
            return
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not self._in_flight and time.monotonic() - self._changed_at > QUIET:
                break
            tab.wait_for_timeout(50)

    def problem(self, code: str, detail: str = "") -> None:
        problem = Problem(self.address, self.state, code, detail)
        self.observations.problems.append(problem)

    def _add(self, kind: str, name: str, host: str, **more) -> Seen:
        seen = Seen(kind, name, host, self.state, self.address, **more)
        self.observations.seen.append(seen)
        return seen

    def _requested(self, request: Request) -> None:
        self._changed_at = time.monotonic()
        self._in_flight[request] = None
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname:
            kind = request.resource_type
            if kind == "document" and _is_inner(request):
                kind = "iframe"
            self._in_flight[request] = self._add(
                HOST, parts.hostname, parts.hostname, by=kind
            )

    def _responded(self, response: Response) -> None:
        self._responses.append(response)
        self.observations.answered.add(urlsplit(response.url).hostname or "")

    def _ended(self, request: Request) -> Seen | None:
        self._changed_at = time.monotonic()
        return self._in_flight.pop(request, None)

    def _failed(self, request: Request) -> None:
        seen = self._ended(request)
        failure = (request.failure or "").lower()
        # What the site's own policy forbids was never asked for; other blocks come afterwards.
        if seen in self.observations.seen and "csp" in failure:
            self.observations.seen.remove(seen)
        elif seen and "blocked_by" in failure:
            self.observations.answered.add(seen.host)

    def _worker(self, url: str) -> None:
        self._add(WORKER, urlsplit(url).path, urlsplit(url).hostname or "")

    def _told(self, source: dict, told: dict) -> None:
        """What the observer says; a page could call it too, so nothing is believed."""
        kind, name, host = (str(told.get(key, "")) for key in ("kind", "name", "host"))
        if kind == "cookie":
            self._cookie(name, host, "script")
        elif kind == WORKER:
            self._worker(urljoin(source["frame"].url, name))
        elif kind in (*STORAGES, "fingerprint"):
            self._add(kind, name, host, by="script")

    def _cookie(self, text: str, host: str, by: str) -> None:
        cookie = parse(text, host)
        if cookie and not cookie.is_deletion:
            self._raw[cookie.name, cookie.domain] = cookie.attributes
            self._add(
                "cookie",
                cookie.name,
                cookie.domain,
                by=by,
                seconds=cookie.seconds,
                attributes=cookie.attributes,
            )

    def _read(self, tab: Tab) -> None:
        """What the answers set, and what is left on the device."""
        responses = self._responses[:]
        self._responses.clear()
        for response in responses:
            _quietly(lambda response=response: self._headers(response))
        for frame in tab.frames:
            _quietly(lambda frame=frame: self._left(frame))
        now = time.time()
        for cookie in self.context.cookies():
            domain = cookie["domain"].lstrip(".")
            if cookie["expires"] > 0:
                self.expiries[cookie["name"], domain] = cookie["expires"]
            # As it was written: the browser itself no longer tells no SameSite from None.
            raw = self._raw.get((cookie["name"], domain), {})
            self._add(
                "cookie",
                cookie["name"],
                domain,
                is_written=False,
                seconds=None if cookie["expires"] < 0 else cookie["expires"] - now,
                attributes=raw,
            )

    def _headers(self, response: Response) -> None:
        host = urlsplit(response.url).hostname or ""
        for header in response.headers_array():
            if header["name"].lower() == "set-cookie":
                for line in header["value"].split("\n"):
                    self._cookie(line, host, "response")

    def _left(self, frame: Frame) -> None:
        parts = urlsplit(frame.url)
        if parts.scheme not in ("http", "https"):
            return
        # With a limit of time, which a plain evaluation doesn't have.
        frame.wait_for_function("() => true", timeout=ANSWERING)
        for kind, names in frame.evaluate(LEFT).items():
            for name in names:
                if kind == WORKER:
                    self._worker(name)
                else:
                    self._add(kind, name, parts.hostname or "", is_written=False)


def _is_inner(request: Request) -> bool:
    try:
        return request.frame.parent_frame is not None
    except Error:
        return False


def _reason(error: Error) -> str:
    """The first line that says something, such as ``net::ERR_TOO_MANY_REDIRECTS``."""
    first = str(error).splitlines()[0]
    return first.partition(" at http")[0].removeprefix("Page.goto: ")


def _quietly(work: Callable[[], None]) -> None:
    """A page or a frame that is gone meanwhile has nothing more to say."""
    try:
        work()
    except Error:
        pass
