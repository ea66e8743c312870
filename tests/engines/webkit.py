"""WebKit, the engine of Safari, as Debian ships it for GTK; it needs a display."""

import os
import shutil
import subprocess
from functools import lru_cache
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from .visitor import Visitor


@lru_cache
def display():
    """The display that there is, or one without a screen until the tests are over."""
    if found := os.environ.get("DISPLAY"):
        return found
    ready, ours = os.pipe()
    command = ["Xvfb", "-displayfd", str(ours), "-screen", "0", "1280x900x24"]
    subprocess.Popen(command, pass_fds=[ours], stderr=subprocess.DEVNULL)
    os.environ["DISPLAY"] = f":{os.read(ready, 9).decode().strip()}"
    return os.environ["DISPLAY"]


class WebKit(Visitor):
    HELP = "WebKit is missing: apt-get install webkit2gtk-driver xvfb"
    KEYS = {
        "tab": [Keys.TAB],
        "shift tab": [Keys.SHIFT, Keys.TAB],
        "escape": [Keys.ESCAPE],
    }

    @staticmethod
    def program():
        found = sorted(Path("/usr/lib").glob("*/webkit2gtk-*/MiniBrowser"))
        screen = os.environ.get("DISPLAY") or shutil.which("Xvfb")
        driver = shutil.which("WebKitWebDriver")
        return str(found[-1]) if found and screen and driver else None

    def __init__(self, program, home):
        super().__init__(home)
        display()
        options = Options()
        options.binary_location = program
        options.add_argument("--automation")
        service = Service(shutil.which("WebKitWebDriver"))
        self.driver = webdriver.WebKitGTK(options=options, service=service)

    def close(self):
        self.driver.quit()

    def navigate(self, address):
        self.driver.get(address)

    def run(self, script, *arguments):
        return self.driver.execute_script(
            f"return ({script})(...arguments)", *arguments
        )

    def elements(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def send(self, keys):
        actions = ActionChains(self.driver)
        for key in keys[:-1]:
            actions.key_down(key)
        actions.send_keys(keys[-1])
        for key in keys[:-1]:
            actions.key_up(key)
        actions.perform()

    def cookies(self):
        return {cookie["name"]: cookie for cookie in self.driver.get_cookies()}
