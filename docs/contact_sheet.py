"""Takes every state × width × scheme × script of a running demo, and lays them on one sheet.

    make run                                    # or make run THEME=dsfr PORT=8001
    .venv/bin/python docs/contact_sheet.py http://127.0.0.1:8000 var/sheet

Each picture and ``sheet.png`` come into the folder named, which git ignores under ``var``.
"""

import sys
from pathlib import Path

from PIL import Image, ImageDraw
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser import chromium  # noqa: E402

SIZES = [(1280, 800), (320, 640), (320, 256)]
SCHEMES = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
    "no script": {"java_script_enabled": False},
}
# What is opened, then clicked one after the other.
STATES = {
    "banner": ("/", []),
    "panel": ("/", ["Personnaliser"]),
    "charter": ("/charte-cookies/", ["Tout refuser"]),
    "placeholder": ("/decouvrir/", ["Tout refuser"]),
    "preferences": ("/cookies/", []),
    "receipt": ("/cookies/", ["Tout refuser"]),
    "english": ("/en/", []),
}
GAP, LINE, SCALE = 12, 16, 2


def shoot(browser, home, state, size, scheme):
    path, buttons = STATES[state]
    viewport = {"width": size[0], "height": size[1]}
    context = browser.new_context(viewport=viewport, locale="fr-FR", **SCHEMES[scheme])
    # Nobody else is asked, so that the pictures are the same without a network.
    context.route(lambda url: not url.startswith(home), lambda route: route.abort())
    page = context.new_page()
    page.goto(home + path)
    scripts = SCHEMES[scheme].get("java_script_enabled", True)
    if scripts and path != "/cookies/":
        page.locator("#cookie-banner").wait_for()
    for button in buttons if scripts or path == "/cookies/" else []:
        page.get_by_role("button", name=button, exact=True).click()
    page.wait_for_timeout(400)
    picture = page.screenshot()
    context.close()
    return picture


def lay(folder, names):
    """All pictures at half their size, a row for each state."""
    width = GAP + sum((size[0] // SCALE + GAP) for size in SIZES) * len(SCHEMES)
    row = SIZES[0][1] // SCALE + LINE + GAP
    sheet = Image.new("RGB", (width, row * len(STATES)), "white")
    draw = ImageDraw.Draw(sheet)
    for index, group in enumerate(names.values()):
        left = GAP
        for name in group:
            picture = Image.open(folder / f"{name}.png")
            picture = picture.resize((picture.width // SCALE, picture.height // SCALE))
            draw.text((left, index * row), name, fill="black")
            sheet.paste(picture, (left, index * row + LINE))
            left += picture.width + GAP
    sheet.save(folder / "sheet.png")


def main(home, folder):
    folder.mkdir(parents=True, exist_ok=True)
    names = {state: [] for state in STATES}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=["--no-sandbox"]
        )
        for state in STATES:
            for scheme in SCHEMES:
                for size in SIZES:
                    name = f"{state} {scheme} {size[0]}x{size[1]}"
                    picture = shoot(browser, home, state, size, scheme)
                    (folder / f"{name}.png").write_bytes(picture)
                    names[state].append(name)
        browser.close()
    lay(folder, names)
    print(folder / "sheet.png")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1].rstrip("/"), Path(sys.argv[2]))
