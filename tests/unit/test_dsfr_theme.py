"""The State design system's markup, with the corrections that the rules demand (D1-D9)."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import cookie_pages
from tests.dsfr_theme import dsfr_theme  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("dsfr_theme")]
PACKAGE = Path(cookie_pages.__file__).parent
LABELS = ("Tout accepter", "Tout refuser", "Personnaliser")


@pytest.fixture
def page(demo_content, client, publish_now):
    publish_now()

    def page(address="/"):
        return BeautifulSoup(client.get(address).content, "html.parser")

    return page


@pytest.fixture
def opened(page, client):
    """The home page once its panel is asked for, as the script puts it there."""
    found = page()
    banner = found.select_one(".fr-consent-banner")
    answer = client.get(banner["data-panel"])
    banner.insert_after(BeautifulSoup(answer.content, "html.parser").dialog)
    return found


def test_the_panel_is_not_on_the_page_until_it_is_asked_for(page):
    assert not page().select("dialog, [data-purpose]")


def test_the_banner_has_its_skeleton_labels_and_order(page):
    """D1-D3, and no title that says another thing than the label (D3's own sample has one)."""
    banner = page().select_one("div.fr-consent-banner")
    heading, content, buttons = banner.find_all(True, recursive=False)
    assert heading.name == "h2" and heading["class"] == ["fr-h6"]
    assert banner["aria-labelledby"] == heading["id"]
    assert content["class"] == ["fr-consent-banner__content"]
    assert content.select_one("p.fr-text--sm, .fr-text--sm p")
    assert buttons.name == "ul"
    assert set(buttons["class"]) == {
        "fr-consent-banner__buttons",
        "fr-btns-group",
        "fr-btns-group--right",
        "fr-btns-group--inline-reverse",
        "fr-btns-group--inline-sm",
    }
    made = [item.button for item in buttons.find_all("li")]
    assert tuple(button.get_text() for button in made) == LABELS
    assert [button["class"] for button in made] == [
        ["fr-btn"],
        ["fr-btn"],
        ["fr-btn", "fr-btn--secondary"],
    ]
    assert not banner.select("[title]")


def test_the_banner_names_the_purposes(page):
    """C12: the design system's own sample doesn't."""
    text = page().select_one(".fr-consent-banner__content").get_text()
    assert "Mesure d’audience" in text and "Vidéos" in text


def test_the_panel_is_its_modal_and_the_ids_agree(opened):
    """D4."""
    panel = opened.select_one("dialog.fr-modal")
    title = panel.select_one("h2.fr-modal__title")
    assert title.get_text() == "Panneau de gestion des cookies"
    assert panel["aria-labelledby"] == title["id"]
    assert panel.select_one(".fr-col-12.fr-col-md-10.fr-col-lg-8 .fr-consent-manager")
    opener = opened.select_one(".fr-consent-banner [data-fr-opened=false]")
    assert opener["aria-controls"] == panel["id"]
    ids = [item["id"] for item in opened.select("[id]")]
    assert len(ids) == len(set(ids))
    for item in opened.select("[aria-controls], [aria-labelledby], label[for]"):
        for name in ("aria-controls", "aria-labelledby", "for"):
            assert set((item.get(name) or "").split()) <= set(ids)


def test_all_services_come_first_then_what_is_needed(opened):
    """D5."""
    everything, needed, *_ = opened.select("dialog .fr-consent-service")
    assert "fr-consent-manager__header" in everything["class"]
    assert "Préférences pour tous les services." in everything.legend.get_text()
    assert [label.get_text() for label in everything.select("label")] == list(
        LABELS[:2]
    )
    assert "Cookies nécessaires" in needed.legend.get_text()
    accept, refuse = needed.select("input")
    assert accept.has_attr("checked") and refuse.has_attr("disabled")


def test_each_purpose_is_a_named_group_with_nothing_ticked(opened):
    """D6, C4."""
    groups = opened.select("dialog .fr-consent-service[data-purpose]")
    assert len(groups) == 3
    for group in groups:
        fieldset = group.select_one("fieldset.fr-fieldset[role=group]")
        title = fieldset.select_one("legend.fr-consent-service__title")
        text = fieldset.select_one("p.fr-consent-service__desc")
        assert fieldset["aria-labelledby"].split() == [title["id"], text["id"]]
        more = fieldset.select_one(
            ".fr-consent-service__collapse button.fr-consent-service__collapse-btn"
        )
        assert more["aria-expanded"] == "false"
        assert more.get_text() == "Voir plus de détails"
        details = fieldset.select_one(".fr-consent-services.fr-collapse")
        assert details["id"] == more["aria-controls"]
        assert details.select("li")
    radios = opened.select(".fr-consent-service__radios input")
    assert [radio["id"] for radio in radios if radio.has_attr("checked")] == [
        "cookie-necessary-1"
    ]


def test_the_placeholder_says_what_is_off_and_allows_it(page):
    """D7, A18."""
    placeholder = page("/decouvrir/").select_one("div.fr-consent-placeholder")
    assert placeholder.select_one("h2.fr-h6").get_text() == "YouTube est désactivé"
    sentence = "Autorisez le dépôt de cookies pour accéder à cette fonctionnalité."
    assert sentence in placeholder.p.get_text()
    button = placeholder.select_one("button.fr-btn")
    assert button.find(string=True, recursive=False) == "Autoriser"
    assert button.get_text() == "Autoriser YouTube (Vidéos)"


@pytest.mark.parametrize(
    "address", ["/", "/charte-cookies/", "/connexion/", "/cookies/", "/nowhere/"]
)
def test_the_footer_leads_back_to_the_choice_on_every_page(page, address):
    """D8."""
    (link,) = page(address).select(
        "li.fr-footer__bottom-item > .fr-footer__bottom-link[data-cookie-preferences]"
    )
    assert link.get_text() == "Gestion des cookies"


def test_without_javascript_the_details_are_open_and_the_choice_is_sent(page, client):
    found = page("/cookies/")
    assert found.select("form .fr-consent-services li")
    assert not found.select("form .fr-collapse")
    fields = {item["name"]: item["value"] for item in found.select("[type=hidden]")}
    sent = fields | {"always necessary": "on", "statistics": "1", "video": "0"}
    assert client.post("/cookies/consent/", sent).status_code == 303


def test_the_charters_tables_scroll_in_a_named_region(page):
    """A15."""
    table = page("/charte-cookies/").select_one(".fr-table table")
    region = table.find_parent(attrs={"role": "region"})
    assert (
        region["tabindex"] == "0" and region["aria-label"] == table.caption.get_text()
    )


def test_no_file_of_the_design_system_is_in_the_package():
    """D9."""
    files = [
        path
        for path in PACKAGE.rglob("*")
        if path.is_file() and "node_modules" not in path.parts
    ]
    fonts = {".woff", ".woff2", ".ttf", ".otf"}
    assert not [path for path in files if path.suffix in fonts]
    for path in files:
        if path.suffix in (".css", ".js"):
            text = path.read_text()
            assert (
                "gouvfr" not in text and "Marianne" not in text and "SPDX" not in text
            )
