"""Banner and panel behave: focus, keyboard, equal answers, events."""

import pytest
from playwright.sync_api import expect

from .conftest import eventually

STYLE = """element => {
  const style = getComputedStyle(element);
  return ["color", "backgroundColor", "borderColor", "borderWidth", "fontFamily", "fontSize",
    "fontWeight", "padding", "height", "boxShadow", "opacity", "outlineColor"]
    .map(name => name + ":" + style[name]).join(";");
}"""


def active(visitor):
    return visitor.page.evaluate(
        "document.activeElement.textContent.trim().slice(0, 40)"
    )


@pytest.mark.parametrize(
    "options", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}]
)
@pytest.mark.parametrize("state", ["plain", "hover", "focus"])
def test_accepting_and_refusing_look_the_same(visit, options, state):
    """C7."""
    visitor = visit(**options)
    visitor.open("/")

    def style(name):
        button = visitor.banner.get_by_role("button", name=name)
        if state != "plain":
            getattr(button, state)()
        return button.evaluate(STYLE)

    assert style("Tout accepter") == style("Tout refuser")
    boxes = [
        visitor.button(name).bounding_box()
        for name in ("Tout accepter", "Tout refuser")
    ]
    assert boxes[0]["y"] == boxes[1]["y"]


def test_the_banner_takes_no_focus_and_traps_none(visitor):
    """A2."""
    visitor.open("/")
    expect(visitor.banner).to_be_visible()
    assert visitor.page.evaluate("document.activeElement === document.body")
    seen = []
    for _ in range(8):
        visitor.page.keyboard.press("Tab")
        seen.append(active(visitor))
    assert seen[:7] == [
        "Liste des tiers et des traceurs",
        "Lire la charte cookies",
        "Politique de confidentialité",
        "Tout accepter",
        "Tout refuser",
        "Personnaliser",
        "Aller au contenu",
    ]


def test_the_panel_takes_the_focus_keeps_it_and_gives_it_back(visitor):
    """A7, C35."""
    visitor.open("/")
    visitor.button("Personnaliser").focus()
    visitor.page.keyboard.press("Enter")
    expect(visitor.panel).to_be_visible()
    expect(visitor.panel).to_have_role("dialog")
    expect(visitor.panel).to_have_accessible_name("Panneau de gestion des cookies")
    expect(visitor.banner).to_be_hidden()
    for _ in range(20):
        visitor.page.keyboard.press("Tab")
        inside = (
            "document.getElementById('cookie-panel').contains(document.activeElement)"
        )
        assert visitor.page.evaluate(
            f"{inside} || document.activeElement === document.body"
        )
    visitor.page.keyboard.press("Escape")
    expect(visitor.panel).to_be_hidden()
    expect(visitor.banner).to_be_visible()
    assert active(visitor) == "Personnaliser"


def test_the_footers_link_opens_the_panel_in_place_and_gets_the_focus_back(visitor):
    visitor.open("/")
    visitor.button("Tout refuser").click()
    link = visitor.page.get_by_role("link", name="Gestion des cookies")
    link.click()
    expect(visitor.panel).to_be_visible()
    assert visitor.page.url == visitor.home + "/"
    visitor.button("Fermer").click()
    expect(link).to_be_focused()


def test_after_a_choice_the_focus_is_where_the_banner_was_and_it_is_said(visitor):
    """A7, A11."""
    visitor.open("/")
    status = visitor.page.locator("[role=status]")
    expect(status).to_have_text("")
    visitor.button("Tout refuser").click()
    expect(status).to_have_text("Vos choix sont enregistrés.")
    expect(status).to_be_focused()
    visitor.page.keyboard.press("Tab")
    assert active(visitor) == "Aller au contenu"


def test_moving_in_the_radios_saves_nothing(visitor):
    """A10, C4."""
    visitor.open("/decouvrir/")
    visitor.button("Personnaliser").click()
    assert visitor.panel.locator(":checked").count() == 0
    visitor.panel.get_by_role("radio").first.focus()
    for key in ("Space", "ArrowRight", "ArrowLeft"):
        visitor.page.keyboard.press(key)
    visitor.page.wait_for_timeout(200)
    assert visitor.cookies() == {}
    assert visitor.posts == []
    assert visitor.panel.get_by_role("group", name="Vidéos").count() == 1


def test_what_is_untouched_is_stored_refused(visitor):
    """C5."""
    visitor.open("/")
    visitor.button("Personnaliser").click()
    visitor.panel.get_by_role("group", name="Vidéos").get_by_label("Accepter").check()
    visitor.button("Confirmer mes choix").click()
    assert visitor.choice() == {"terms": "1", "statistics": "0", "video": "1"}


def test_the_page_is_told_of_a_choice_and_once_of_a_stored_one(visitor):
    visitor.context.add_init_script(
        "window.told = [];"
        "document.addEventListener('cookie-pages:change', e => window.told.push(e.detail));"
    )
    visitor.open("/")
    assert visitor.page.evaluate("told") == []
    visitor.button("Tout refuser").click()
    detail = {"terms": 1, "choices": {"statistics": False, "video": False}}
    eventually(lambda: visitor.page.evaluate("told") == [detail])
    visitor.open("/en/")
    assert visitor.page.evaluate("told") == [detail]


def test_any_element_opens_the_panel(visitor):
    visitor.open("/")
    visitor.page.evaluate(
        "document.querySelector('h1').setAttribute('data-cookie-preferences', '')"
    )
    visitor.page.locator("h1").click()
    expect(visitor.panel).to_be_visible()


def test_the_banner_speaks_the_pages_language(visitor):
    visitor.open("/en/")
    for name in ("Accept all", "Reject all", "Customise"):
        expect(visitor.banner.get_by_role("button", name=name)).to_be_visible()
    assert visitor.banner.get_attribute("lang") == "en"
    visitor.button("Customise").click()
    expect(visitor.panel).to_have_accessible_name("Cookie settings panel")
    expect(visitor.button("Save my choices")).to_be_visible()
    visitor.button("Close").click()
    expect(visitor.page.get_by_role("link", name="Cookie settings")).to_be_visible()


def test_a_choice_is_posted_once_and_stored(visitor):
    from cookie_pages.models import ConsentRecord

    visitor.open("/")
    with visitor.page.expect_response("**/cookies/consent/") as answer:
        visitor.button("Tout refuser").click()
    assert answer.value.status == 201
    visitor.open("/en/")
    assert len(visitor.posts) == 1
    record = ConsentRecord.objects.get()
    assert (record.method, record.language) == ("banner", "fr")
    assert record.choices == {"statistics": False, "video": False}
    assert '"' not in visitor.cookies()["cookies_preferences"]["value"]


def test_taking_consent_back_is_recorded_as_such(visitor):
    from cookie_pages.models import ConsentRecord

    visitor.open("/")
    with visitor.page.expect_response("**/cookies/consent/"):
        visitor.button("Tout accepter").click()
    visitor.page.get_by_role("link", name="Gestion des cookies").click()
    with visitor.page.expect_response("**/cookies/consent/"):
        visitor.panel.get_by_role("button", name="Tout refuser").click()
    assert ConsentRecord.objects.first().method == "withdrawal"
    assert ConsentRecord.objects.last().method == "banner"


def test_without_javascript_the_whole_choice_is_made_on_its_page(visit):
    """C37."""
    visitor = visit(java_script_enabled=False)
    visitor.open("/decouvrir/")
    visitor.page.get_by_role("link", name="Gestion des cookies").click()
    visitor.page.get_by_role("group", name="Vidéos").get_by_label("Accepter").check()
    visitor.button("Confirmer mes choix").click()
    expect(visitor.page.get_by_text("Vos choix sont enregistrés.")).to_be_visible()
    assert visitor.choice() == {"terms": "1", "statistics": "0", "video": "1"}
    visitor.page.get_by_role("link", name="Retour à la page").click()
    assert visitor.page.url.endswith("/decouvrir/")
    expect(visitor.page.get_by_text("YouTube est désactivé")).to_be_visible()
