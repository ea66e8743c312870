"""The State design system's theme beside its real style sheet and script, old and new."""

import pytest
from playwright.sync_api import expect

from tests.dsfr_theme import VERSIONS, dist, dsfr_theme  # noqa: F401

from .test_axe import violations
from .test_focus import LINKS, SIZES, press
from .test_focus_in_panel import walk

pytestmark = pytest.mark.usefixtures("dsfr_theme")


@pytest.fixture(params=VERSIONS)
def citizen(request, demo, visit):
    """Makes visitors of the demo site with one version of the design system."""
    folder = dist(request.param)

    def make(**options):
        visitor = visit(**options)

        def asset(route):
            name = route.request.url.partition("/static/dsfr/dist/")[2].split("?")[0]
            path = folder / name
            # Some versions keep the bundle a folder higher.
            path = path if path.exists() else folder / name.removeprefix("dsfr/")
            route.fulfill(path=path) if path.exists() else route.fulfill(status=404)

        visitor.context.route("**/static/dsfr/**", asset)
        return visitor

    return make


def footer_link(visitor):
    return visitor.page.locator("footer [data-cookie-preferences]")


def loaded(visitor, path="/"):
    visitor.open(path)
    visitor.page.wait_for_function(
        "() => document.documentElement.hasAttribute('data-fr-js')"
    )
    expect(visitor.banner).to_be_visible()


def stays_open(visitor):
    visitor.page.wait_for_timeout(800)
    expect(visitor.panel).to_be_visible()
    assert visitor.panel.evaluate("panel => panel.open && panel.matches(':modal')")
    expect(visitor.banner).to_be_hidden()


def test_the_panel_stays_open_whoever_opens_it_and_gives_the_focus_back(citizen):
    """D4, A7."""
    visitor = citizen()
    loaded(visitor)
    for opener in (visitor.button("Personnaliser"), footer_link(visitor)):
        opener.focus()
        visitor.page.keyboard.press("Enter")
        stays_open(visitor)
        visitor.page.keyboard.press("Escape")
        expect(visitor.panel).to_be_hidden()
        expect(opener).to_be_focused()
    assert visitor.cookies() == {}


@pytest.mark.parametrize("way", ["close", "escape in a radio", "backdrop"])
def test_it_is_closed_by_any_way_and_opens_again(citizen, way):
    """C3."""
    visitor = citizen()
    loaded(visitor)
    for _ in range(2):
        footer_link(visitor).click()
        stays_open(visitor)
        if way == "close":
            visitor.panel.get_by_role("button", name="Fermer").click()
        elif way == "backdrop":
            visitor.page.mouse.click(5, 400)
        else:
            visitor.panel.get_by_label("Refuser").last.focus()
            visitor.page.keyboard.press("Escape")
        expect(visitor.panel).to_be_hidden()
    expect(visitor.banner).to_be_visible()
    assert visitor.cookies() == {}
    visitor.page.mouse.wheel(0, 50)


def test_the_radios_for_all_services_set_each_of_them(citizen):
    """D5."""
    visitor = citizen()
    loaded(visitor, "/decouvrir/")
    visitor.button("Personnaliser").click()
    visitor.panel.get_by_text("Tout accepter").click()
    checked = (
        "[...document.querySelectorAll('#cookie-panel :checked')].map(e => e.name)"
    )
    assert sorted(visitor.page.evaluate(checked)) == [
        "always necessary",
        "cookie all",
        "statistics",
        "video",
    ]
    video = visitor.panel.get_by_role("group", name="Vidéos")
    video.get_by_text("Refuser").click()
    visitor.button("Confirmer mes choix").click()
    expect(visitor.panel).to_be_hidden()
    assert visitor.choice() == {"terms": "1", "statistics": "1", "video": "0"}
    assert "locked" not in visitor.page.evaluate("document.documentElement.className")


def test_details_open_in_place(citizen):
    visitor = citizen()
    loaded(visitor)
    visitor.button("Personnaliser").click()
    more = visitor.panel.get_by_role("button", name="Voir plus de détails").last
    more.click()
    expect(more).to_have_attribute("aria-expanded", "true")
    expect(visitor.panel.get_by_text("Google").first).to_be_visible()


def test_one_click_answers_and_the_placeholder_allows(citizen):
    """C6, D7."""
    visitor = citizen()
    loaded(visitor, "/decouvrir/")
    visitor.button("Tout refuser").click()
    expect(visitor.banner).to_be_hidden()
    visitor.button("Autoriser YouTube (Vidéos)").click()
    expect(visitor.page.locator("main iframe")).to_have_count(1)
    assert visitor.choice()["video"] == "1"


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_focused_element_is_entirely_under_the_banner(citizen, size):
    """A3."""
    visitor = citizen(viewport={"width": size[0], "height": size[1]})
    loaded(visitor)
    assert visitor.banner.bounding_box()["height"] <= size[1] / 2 + 1
    visitor.page.evaluate(LINKS)
    for key in ("Tab", "Shift+Tab"):
        stops, hidden = press(visitor, key)
        assert stops >= 130
        assert hidden == 0


@pytest.mark.parametrize("width", [1280, 320])
def test_the_buttons_are_in_view(citizen, width):
    visitor = citizen(viewport={"width": width, "height": 640})
    loaded(visitor)
    for name in ("Tout accepter", "Tout refuser", "Personnaliser"):
        expect(visitor.button(name)).to_be_in_viewport(ratio=1)


def test_on_a_phone_they_end_where_the_text_does_and_are_of_one_size(citizen):
    """Refusing is as easy as accepting, also where one label takes two lines (C7)."""
    visitor = citizen(viewport={"width": 320, "height": 640})
    loaded(visitor)

    def box(label):
        return visitor.button(label).bounding_box()

    text = visitor.banner.locator(".fr-consent-banner__content").bounding_box()
    accept, refuse, customise = map(
        box, ("Tout accepter", "Tout refuser", "Personnaliser")
    )
    assert accept["x"] == customise["x"] == text["x"]
    assert refuse["x"] + refuse["width"] == text["x"] + text["width"]
    visitor.button("Tout accepter").evaluate(
        "it => it.textContent += ' sans rien lire'"
    )
    accept, refuse = (
        visitor.banner.locator(f"[data-cookie-choice][value='{value}']").bounding_box()
        for value in "10"
    )
    assert accept["height"] > 48
    assert [accept[side] for side in ("width", "height")] == [
        refuse[side] for side in ("width", "height")
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path, button",
    [
        ("/", None),
        ("/", "Personnaliser"),
        ("/decouvrir/", "Tout refuser"),
        ("/charte-cookies/", "Tout refuser"),
    ],
)
def test_there_is_no_violation(citizen, path, button, scheme):
    visitor = citizen(color_scheme=scheme)
    loaded(visitor, path)
    if button:
        visitor.button(button).click()
    visitor.page.wait_for_timeout(500)
    assert violations(visitor.page) == []


def test_without_javascript_no_button_is_dead(citizen):
    """D7: the placeholder leads to the choice, and shows no button that can't work."""
    visitor = citizen(java_script_enabled=False)
    visitor.open("/decouvrir/")
    placeholder = visitor.page.locator(".fr-consent-placeholder")
    expect(placeholder.get_by_role("link", name="Voir tous les choix")).to_be_visible()
    assert placeholder.locator("button:visible").count() == 0


def test_without_its_script_the_panel_opens_and_closes(citizen):
    visitor = citizen()
    visitor.context.route("**/dsfr.module.min.js", lambda route: route.abort())
    visitor.open("/")
    visitor.button("Personnaliser").click()
    expect(visitor.panel).to_be_visible()
    visitor.panel.get_by_role("button", name="Fermer").click()
    expect(visitor.panel).to_be_hidden()
    visitor.errors.clear()


@pytest.mark.parametrize("size", [(1280, 800), (1280, 600), (320, 640)])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_each_stop_of_the_panel_is_seen(citizen, size, key):
    """A3, WCAG 2.4.11."""
    visitor = citizen(viewport={"width": size[0], "height": size[1]})
    loaded(visitor)
    visitor.button("Personnaliser").click()
    stays_open(visitor)
    stops, hidden = walk(visitor, key)
    assert len(set(stops)) > 5
    assert hidden == []
