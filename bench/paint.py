"""How much later a page is painted for its banner, and how soon a click is answered.

With the demo running (``make run``): ``.venv/bin/python bench/paint.py [address]``.
On slow 4G (562 ms, 180 kB/s), each page once with the script and once without it, in turn; the
figures are medians, as ratios to the page without. The click is timed with a CPU four times slower.
"""

import statistics
import sys

from playwright.sync_api import sync_playwright

from tests.browser import chromium

ROUNDS = 9
SLOW = {
    "offline": False,
    "latency": 562,
    "downloadThroughput": 180_000,
    "uploadThroughput": 84_000,
}
WATCH = """
new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) window.moved = (window.moved ?? 0) + value;
}).observe({ type: "layout-shift", buffered: true });
const look = () => {
  const banner = document.getElementById("cookie-banner");
  if (banner?.offsetHeight && getComputedStyle(banner).position === "fixed") {
    window.shown = performance.now();
  } else requestAnimationFrame(look);
};
look();
"""
PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
CLICK = """() => new Promise((done) => {
  const button = document.querySelectorAll("#cookie-banner [data-cookie-choice]")[1];
  button.addEventListener("click", (event) => {
    const start = performance.now();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
  });
  requestAnimationFrame(() => setTimeout(() => button.click(), 20));
})"""


def view(browser, address, script):
    """First paint, banner's appearance and shift of a first view; ms, without the click."""
    page = browser.new_context(viewport={"width": 1280, "height": 1600}).new_page()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    page.add_init_script(WATCH)
    if not script:
        page.route("**/cookie_pages/banner.js", lambda route: route.abort())
    page.goto(address)
    page.wait_for_timeout(300)
    figures = [page.evaluate(name) for name in (PAINT, "window.shown", "window.moved")]
    if script:
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        figures.append(page.evaluate(CLICK))
    page.context.close()
    return figures


def main(address="http://127.0.0.1:8000/"):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=["--no-sandbox"]
        )
        view(browser, address, True)
        pairs = [
            (view(browser, address, False), view(browser, address, True))
            for _ in range(ROUNDS)
        ]
    bare = statistics.median(without[0] for without, _ in pairs)
    paint, shown, click = (
        statistics.median(figures[place] for _, figures in pairs) for place in (0, 1, 3)
    )
    moved = max(figures[2] or 0 for _, figures in pairs)
    print(
        f"first paint {paint / bare:.2f}, banner {shown / bare:.2f} of the bare page's"
    )
    print(f"layout shift {moved:.4f}; from click to answer {click:.0f} ms")


if __name__ == "__main__":
    main(*sys.argv[1:])
