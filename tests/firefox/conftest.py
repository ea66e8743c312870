"""Firefox as Debian ships it, against a live server with the demo site."""

import json
import shutil
import socket
import subprocess
import tempfile
from io import StringIO

import pytest
from django.core.management import call_command
from marionette_driver.by import By
from marionette_driver.marionette import Marionette
from marionette_driver.wait import Wait

HELP = "Firefox is missing: apt-get install firefox-esr, or put firefox on the PATH."
SETTINGS = {
    "intl.accept_languages": "fr-FR",
    "datareporting.policy.dataSubmissionEnabled": False,
    "browser.startup.homepage_override.mstone": "ignore",
}


@pytest.fixture(scope="session")
def program():
    found = shutil.which("firefox-esr") or shutil.which("firefox")
    return found or pytest.fail(HELP)


@pytest.fixture
def demo(transactional_db, django_db_serialized_rollback, live_server):
    call_command("demo", stdout=StringIO())
    return live_server.url


class Visitor:
    """A fresh profile with its own Firefox."""

    def __init__(self, program, home):
        self.home = home
        self.folder = tempfile.mkdtemp()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        settings = SETTINGS | {"marionette.port": port}
        lines = [
            f"user_pref({json.dumps(name)}, {json.dumps(value)});"
            for name, value in settings.items()
        ]
        with open(f"{self.folder}/user.js", "w") as file:
            file.write("\n".join(lines))
        command = [program, "--headless", "--marionette", "--profile", self.folder]
        self.process = subprocess.Popen(
            command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        self.firefox = Marionette(host="127.0.0.1", port=port)
        self.firefox.raise_for_port(timeout=60)
        self.firefox.start_session()

    def close(self):
        self.firefox.delete_session()
        self.process.terminate()
        self.process.wait(10)
        shutil.rmtree(self.folder, ignore_errors=True)

    def open(self, path="/"):
        self.firefox.navigate(self.home + path)

    def run(self, script, *arguments):
        return self.firefox.execute_script(
            f"return ({script})(...arguments)", arguments
        )

    def until(self, condition):
        """Waits until the script's ``condition`` holds, five seconds at most."""
        Wait(self.firefox, timeout=5).until(lambda _: self.run(f"() => {condition}"))

    def click(self, selector, text=None):
        for element in self.firefox.find_elements(By.CSS_SELECTOR, selector):
            if element.is_displayed() and text in (None, element.text):
                return element.click()
        raise AssertionError(f"Nothing to click: {selector} {text}")

    def press(self, keys):
        self.firefox.switch_to_window(self.firefox.current_window_handle)
        active = self.firefox.execute_script("return document.activeElement")
        active.send_keys(keys)

    def cookies(self):
        return {cookie["name"]: cookie for cookie in self.firefox.get_cookies()}


@pytest.fixture
def visitor(program, demo):
    visitor = Visitor(program, demo)
    yield visitor
    visitor.close()
