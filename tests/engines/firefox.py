"""Firefox as Debian ships it, spoken to without a driver of its own."""

import json
import shutil
import socket
import subprocess
import tempfile

from marionette_driver.by import By
from marionette_driver.keys import Keys
from marionette_driver.marionette import Marionette

from .visitor import Visitor

SETTINGS = {
    "intl.accept_languages": "fr-FR",
    "datareporting.policy.dataSubmissionEnabled": False,
    "browser.startup.homepage_override.mstone": "ignore",
}


class Firefox(Visitor):
    HELP = (
        "Firefox is missing: apt-get install firefox-esr, or put firefox on the PATH."
    )
    KEYS = {
        "tab": Keys.TAB,
        "shift tab": Keys.SHIFT + Keys.TAB,
        "escape": Keys.ESCAPE,
    }

    @staticmethod
    def program():
        return shutil.which("firefox-esr") or shutil.which("firefox")

    def __init__(self, program, home):
        super().__init__(home)
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

    def navigate(self, address):
        self.firefox.navigate(address)

    def run(self, script, *arguments):
        return self.firefox.execute_script(
            f"return ({script})(...arguments)", arguments
        )

    def elements(self, selector):
        return self.firefox.find_elements(By.CSS_SELECTOR, selector)

    def send(self, key):
        self.firefox.switch_to_window(self.firefox.current_window_handle)
        active = self.firefox.execute_script("return document.activeElement")
        active.send_keys(key)

    def cookies(self):
        return {cookie["name"]: cookie for cookie in self.firefox.get_cookies()}
