"""In each state of consent, over ten pages: the cookies, storage keys and other hosts seen."""

import time

import pytest

from cookie_pages.models import Purpose
from cookie_pages.seed import publish

PAGES = [
    "/",
    "/charte-cookies/",
    "/decouvrir/",
    "/jeux-de-donnees/",
    "/mentions-legales/",
    "/cookies/",
    "/en/",
    "/en/discover/",
    "/en/cookie-charter/",
    "/nowhere/",
]
CHOICE = {"cookies_preferences"}
COUNTED = CHOICE | {"visits"}
YOUTUBE = {"www.youtube-nocookie.com"}


def chosen(**answers):
    def prepare(visitor, age=0, terms=1):
        pairs = "".join(f"&{slug}={yes}" for slug, yes in answers.items())
        value = f"terms={terms}&at={int(time.time()) - age}{pairs}"
        visitor.context.add_cookies(
            [{"name": "cookies_preferences", "value": value, "url": visitor.home}]
        )

    return prepare


def nothing(visitor):
    pass


def withdrawn(visitor):
    visitor.open("/decouvrir/")
    visitor.button("Tout accepter").click()
    visitor.page.wait_for_timeout(300)
    visitor.page.get_by_role("link", name="Gestion des cookies").click()
    with visitor.page.expect_navigation():
        visitor.panel.get_by_role("button", name="Tout refuser").click()
    visitor.page.wait_for_timeout(300)
    visitor.elsewhere.clear()


def expired(visitor):
    chosen(statistics=1, video=1)(visitor, age=190 * 86400)


def new_terms(visitor):
    chosen(statistics=1, video=1)(visitor)
    purpose = Purpose.objects.get(slug="video", locale__language_code="fr")
    publish(
        Purpose(
            name="Cartes",
            slug="maps",
            description="Montrer des plans.",
            locale=purpose.locale,
        )
    )


def script_blocked(visitor):
    chosen(statistics=1, video=1)(visitor)
    visitor.context.route("**/cookie_pages/*.js", lambda route: route.abort())


def storage_blocked(visitor):
    visitor.context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, { get() { throw new Error('blocked'); } });"
    )


def corrupted(visitor):
    value = "terms=1&at=yesterday&statistics=1&video=1"
    visitor.context.add_cookies(
        [{"name": "cookies_preferences", "value": value, "url": visitor.home}]
    )


STATES = {
    "no choice": (nothing, set(), set()),
    "refused": (chosen(statistics=0, video=0), CHOICE, set()),
    "statistics alone": (chosen(statistics=1, video=0), COUNTED, set()),
    "video alone": (chosen(statistics=0, video=1), CHOICE, YOUTUBE),
    "all accepted": (chosen(statistics=1, video=1), COUNTED, YOUTUBE),
    "withdrawn": (withdrawn, CHOICE, set()),
    "expired": (expired, CHOICE, set()),
    "new terms": (new_terms, CHOICE, set()),
    "script blocked": (script_blocked, CHOICE, set()),
    "storage blocked": (storage_blocked, set(), set()),
    "corrupted cookie": (corrupted, CHOICE, set()),
}


def crawl(visitor):
    for path in PAGES:
        visitor.page.goto(visitor.home + path, wait_until="load")
        visitor.page.wait_for_timeout(300 if "scov" in path or "couv" in path else 50)
    return set(visitor.cookies()), {url.split("/")[2] for url in visitor.elsewhere}


@pytest.mark.parametrize("state", STATES)
def test_over_ten_pages_only_what_was_accepted_is_seen(visit, state):
    """C1, C2, C10, C15, C19, C20, C22, C37."""
    prepare, cookies, hosts = STATES[state]
    visitor = visit()
    prepare(visitor)
    assert crawl(visitor) == (cookies, hosts)
    keys = "try { localStorage.length + sessionStorage.length } catch { 0 }"
    assert visitor.page.evaluate(keys) == 0
    visitor.errors.clear()


def test_without_javascript_nothing_is_seen_whatever_was_accepted(visit):
    visitor = visit(java_script_enabled=False)
    chosen(statistics=1, video=1)(visitor)
    assert crawl(visitor) == (CHOICE, set())
