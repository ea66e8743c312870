"""Takes the pictures of the documentation from a running demo: `make run`, then this script.

.venv/bin/python docs/screenshots.py http://127.0.0.1:8000
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser import chromium  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
SHOTS = {
    "charter": ("/charte-cookies/", {"width": 1280, "height": 800}, None),
    "charter-phone": ("/charte-cookies/", {"width": 320, "height": 640}, None),
    "panel": ("/", {"width": 1280, "height": 800}, "Personnaliser"),
    "embed": ("/decouvrir/", {"width": 1280, "height": 800}, "Tout refuser"),
}


def main(home):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=["--no-sandbox"]
        )
        for name, (path, viewport, button) in SHOTS.items():
            page = browser.new_context(viewport=viewport, locale="fr-FR").new_page()
            page.goto(home + path)
            page.locator("#cookie-banner").wait_for()
            if button:
                page.get_by_role("button", name=button, exact=True).click()
                page.wait_for_timeout(300)
            page.screenshot(path=PICTURES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
