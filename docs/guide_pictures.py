"""The pictures of the editors' guide, from a running demo.

make run                                    # prints the admin's password
python docs/guide_pictures.py PASSWORD [http://127.0.0.1:8000]
"""

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser import chromium  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
SNIPPETS = "/admin/snippets/cookie_pages"


def log_in(page: Page, base: str, password: str) -> None:
    page.goto(f"{base}/admin/login/")
    page.fill("[name=username]", "admin")
    page.fill("[name=password]", password)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")


def cookie(page: Page) -> None:
    page.fill("[name=name]", "_ga")
    page.locator("[data-known] button").first.wait_for()


def charter(page: Page) -> None:
    page.locator("[data-table-names]").first.scroll_into_view_if_needed()


def banner(page: Page) -> None:
    page.locator("button:has(.icon-mobile-alt)").first.click()
    page.wait_for_timeout(3000)


SHOTS = {
    "guide-apercu": ("/admin/cookie-pages/", None),
    "guide-commencer": ("/admin/cookie-pages/start/", None),
    "guide-cookie": (f"{SNIPPETS}/cookie/add/", cookie),
    "guide-conseils": ("/admin/cookie-pages/advice/", None),
    "guide-charte": (None, charter),
    "guide-bandeau": (None, banner),
}


def address(page: Page, base: str, name: str) -> str:
    """Where the picture is taken: the French one of the list, where no address is fixed."""
    listed = {
        "guide-charte": "/admin/cookie-charters-cookie-pages-cookiecharterpage/",
        "guide-bandeau": f"{SNIPPETS}/consentbanner/",
    }
    page.goto(base + listed[name])
    links = page.locator("td.title a[href*=edit]")
    french = links.filter(has_text="Charte cookies")
    chosen = french if french.count() else links
    return chosen.first.get_attribute("href") or ""


def main(password: str, base: str = "http://127.0.0.1:8000") -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=["--no-sandbox"]
        )
        context = browser.new_context(
            viewport={"width": 1280, "height": 800}, locale="fr-FR"
        )
        page = context.new_page()
        log_in(page, base, password)
        for name, (fixed, prepare) in SHOTS.items():
            page.goto(base + (fixed or address(page, base, name)))
            page.wait_for_timeout(1000)
            if prepare:
                prepare(page)
                page.wait_for_timeout(500)
            page.screenshot(path=PICTURES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
