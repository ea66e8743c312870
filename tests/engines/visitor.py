"""What a visitor does, whatever the engine; each engine says how it is done there."""

import time


class Visitor:
    """A fresh profile in a browser of its own.

    ``KEYS``: what the engine calls each key. ``LEAVING``: the errors of a script that is run
    while another page is loaded.
    """

    LEAVING = ()

    def __init__(self, home):
        self.home = home

    def open(self, path="/"):
        self.navigate(self.home + path)

    def until(self, condition):
        """Waits until the script's ``condition`` holds, five seconds at most."""
        end = time.monotonic() + 5
        while not self._holds(condition):
            assert time.monotonic() < end, f"still not so: {condition}"
            time.sleep(0.05)

    def _holds(self, condition):
        try:
            return self.run(f"() => {condition}")
        except self.LEAVING:
            return False

    def click(self, selector, text=None):
        for element in self.elements(selector):
            if element.is_displayed() and text in (None, element.text):
                return element.click()
        raise AssertionError(f"Nothing to click: {selector} {text}")

    def press(self, key):
        self.send(self.KEYS[key])
