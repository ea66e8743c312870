"""The choice is free, informed and the visitor's own (C8, C9, C11-C14, C16-C18, C36)."""

import re

from django.contrib.auth import get_user_model
from playwright.sync_api import expect

PAGES = [
    "/",
    "/decouvrir/",
    "/charte-cookies/",
    "/jeux-de-donnees/",
    "/en/",
    "/en/discover/",
]
FOOTER = "Gestion des cookies"


def refuse_after_accepting(visitor):
    visitor.button("Tout accepter").click()
    visitor.page.get_by_role("link", name=FOOTER).click()
    visitor.panel.get_by_role("button", name="Tout refuser").click()


def log_in(visitor):
    visitor.open("/connexion/")
    visitor.page.get_by_label("Nom d’utilisateur").fill("lectrice")
    visitor.page.get_by_label("Mot de passe").fill("secret-123")
    visitor.page.locator("main button").click()
    visitor.page.wait_for_load_state("load")
    assert "sessionid" in visitor.cookies()


def test_each_surface_that_accepts_everything_refuses_everything_beside_it(visitor):
    """C8, C9."""
    visitor.open("/")
    for surface, way in (("banner", None), ("panel", "Personnaliser")):
        if way:
            visitor.button(way).click()
        accept, refuse = (
            getattr(visitor, surface).get_by_role("button", name=name, exact=True)
            for name in ("Tout accepter", "Tout refuser")
        )
        expect(accept).to_be_in_viewport()
        expect(refuse).to_be_in_viewport()
        beside = "(node, other) => node.parentElement === other.parentElement"
        assert accept.evaluate(beside, refuse.element_handle())


def test_what_must_be_known_is_said_before_the_choice(visitor):
    """C12, C13, C14: who, why, what if, how to change one's mind, and who else."""
    visitor.open("/")
    for text in (
        "Responsable\u00a0: Rectorat de l’académie",
        "Mesure d’audience",
        "Vidéos",
        "Sans réponse de votre part, rien de tout cela n’est activé",
        "gardée 6 mois",
        "retirer votre accord à tout moment",
        "1 tiers reçoit alors des données\u00a0: Google Ireland Ltd",
        "États-Unis d’Amérique\u00a0; décision d’adéquation",
    ):
        expect(visitor.banner).to_contain_text(text)
    visitor.button("Personnaliser").click()
    expect(visitor.panel).to_be_visible()
    for details in visitor.panel.locator("summary").all():
        details.click()
    for purpose in ("Mesure d’audience", "Vidéos"):
        group = visitor.panel.get_by_role("group", name=purpose)
        assert group.locator("li").count() >= 1
    expect(visitor.panel.get_by_role("link", name="Google")).to_have_attribute(
        "href", re.compile("^https://")
    )


def test_logging_in_and_sending_forms_decides_nothing(demo, visit):
    """C11."""
    get_user_model().objects.create_user("lectrice", password="secret-123")
    visitor = visit()
    log_in(visitor)
    visitor.open("/decouvrir/")
    expect(visitor.banner).to_be_visible()
    assert "cookies_preferences" not in visitor.cookies()
    assert visitor.elsewhere == []


def test_a_choice_stays_on_its_device(demo, visit):
    """C36."""
    get_user_model().objects.create_user("lectrice", password="secret-123")
    first, second = visit(), visit()
    log_in(first)
    with first.page.expect_response("**/cookies/consent/"):
        first.button("Tout accepter").click()
    log_in(second)
    second.open("/decouvrir/")
    expect(second.banner).to_be_visible()
    assert "cookies_preferences" not in second.cookies()
    assert second.elsewhere == []


def test_the_banner_walls_nothing_off(visitor):
    """C16: the page scrolls and its links work while the banner asks, and after a refusal."""
    before = {}
    for path in PAGES:
        answer = visitor.page.goto(visitor.home + path)
        before[path] = answer.status, visitor.page.locator("main").inner_text()
    visitor.page.set_viewport_size({"width": 1280, "height": 300})
    visitor.open("/")
    expect(visitor.banner).to_be_visible()
    visitor.page.mouse.move(640, 100)
    visitor.page.mouse.wheel(0, 200)
    visitor.page.wait_for_function("scrollY > 0")
    visitor.page.mouse.wheel(0, -200)
    visitor.page.get_by_role("link", name="Jeux de données").first.click()
    visitor.page.wait_for_url("**/jeux-de-donnees/")
    visitor.page.set_viewport_size({"width": 1280, "height": 800})
    visitor.button("Tout refuser").click()
    for path in PAGES:
        answer = visitor.page.goto(visitor.home + path)
        assert (answer.status, visitor.page.locator("main").inner_text()) == before[
            path
        ]


def test_every_kind_of_page_has_one_way_back_and_two_clicks_withdraw(visitor):
    """C17."""
    for path in [*PAGES, "/connexion/", "/nowhere/"]:
        visitor.open(path)
        assert visitor.page.locator("footer [data-cookie-preferences]").count() == 1
    visitor.errors.clear()
    visitor.open("/decouvrir/")
    with visitor.page.expect_navigation():
        refuse_after_accepting(visitor)
    assert visitor.choice()["video"] == "0"


def test_taking_consent_back_meets_no_hurdle_and_loses_no_content(visitor):
    """C18."""
    asked = []
    visitor.page.on(
        "dialog", lambda dialog: (asked.append(dialog.message), dialog.accept())
    )
    visitor.open("/decouvrir/")
    text = visitor.page.locator("main").inner_text()
    with visitor.page.expect_navigation():
        refuse_after_accepting(visitor)
    expect(visitor.page.locator("main")).to_have_text(text, use_inner_text=True)
    assert asked == []
