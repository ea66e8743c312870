"""Where Chromium is on this machine; as a script, makes sure that there is one."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")

HELP = """No Chromium was found, and it could not be installed.
Put `chromium` on the PATH, or run `playwright install chromium` where there is
internet, or `apt-get install chromium` on Debian. Then run `make test` again."""


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None


def find() -> str | None:
    """Path of a Chromium: on the PATH, else Playwright's own, else None."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return _playwrights_own()


def install() -> None:
    """Install Chromium: Debian's package as root, else Playwright's download."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update"], check=False)
        subprocess.run(["apt-get", "install", "-y", "chromium"], check=False)
    if not find():
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(command, check=False)


if __name__ == "__main__":
    if not find():
        install()
    sys.exit(None if find() else HELP)
