"""The Chromium that the audit drives: found on the machine, with a fresh profile each time."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

NAMES = ("chromium", "chromium-browser", "google-chrome")
NO_PLAYWRIGHT = (
    "The audit drives a browser with Playwright, which isn't installed: "
    "pip install 'wagtail-cookie-pages[audit]'"
)
NO_CHROMIUM = (
    "No Chromium was found. Put `chromium` on the PATH (on Debian: apt-get install chromium), or "
    "run: playwright install chromium"
)


class NoBrowser(Exception):
    """No browser can be driven here; the message says what to install."""


@contextmanager
def chromium(arguments: Sequence[str] = ()) -> Iterator:
    """A Chromium without a window, closed at the end.

    ``arguments``: more of its command-line options. Raises ``NoBrowser``.
    """
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as error:
        raise NoBrowser(NO_PLAYWRIGHT) from error
    found = next(filter(None, map(shutil.which, NAMES)), None)
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    options = [*(["--no-sandbox"] if is_root else []), *arguments]
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=found, args=options)
        except Error as error:
            raise NoBrowser(NO_CHROMIUM) from error
        try:
            yield browser
        finally:
            browser.close()
