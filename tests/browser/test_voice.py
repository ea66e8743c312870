"""What a screen reader is told: names, roles, states, order, announcements (A7-A11, A18)."""

import re

import pytest
from playwright.sync_api import expect

BANNER = """
- region "Vos données, votre choix":
  - heading "Vos données, votre choix" [level=2]
  - paragraph: /Avec votre accord, ce site enregistre et lit des traceurs/
  - list:
    - listitem:
      - strong: Mesure d’audience
    - listitem:
      - strong: Vidéos
  - paragraph: /1 tiers reçoit alors des données/
  - paragraph: /Sans réponse de votre part/
  - paragraph: /retirer votre accord à tout moment/
  - paragraph: /nécessaires/
  - paragraph:
    - link "Lire la charte cookies"
    - link "Politique de confidentialité"
  - button "Tout accepter"
  - button "Tout refuser"
  - button "Personnaliser"
"""
PANEL = """
- dialog "Panneau de gestion des cookies":
  - heading "Panneau de gestion des cookies" [level=2]
  - button "Fermer"
  - group "Mesure d’audience":
    - strong: Mesure d’audience
    - radio "Accepter"
    - radio "Refuser" [checked]
    - paragraph: /Compter vos visites/
    - paragraph: /Données personnelles/
    - group: Prestataires et cookies
  - group "Vidéos":
    - radio "Accepter" [checked]
    - radio "Refuser"
  - group "Cookies nécessaires"
  - button "Tout accepter"
  - button "Tout refuser"
  - button "Confirmer mes choix"
"""
PLACEHOLDER = """
- heading "YouTube est désactivé" [level=2]
- paragraph: /reçoit alors votre adresse IP.*pendant 6 mois/
- paragraph:
  - text: "Qui reçoit des données :"
  - link "Google Ireland Ltd (politique de confidentialité)"
- button "Autoriser YouTube (Vidéos)"
- button "Ce contenu seulement, cette fois"
- paragraph:
  - link "Voir tous les choix"
"""


def test_the_banner_is_a_named_region_before_all_else(visitor):
    visitor.open("/")
    expect(visitor.banner).to_be_visible()
    expect(visitor.page.locator("body")).to_match_aria_snapshot(BANNER)
    told = visitor.page.locator("body").aria_snapshot()
    assert told.startswith('- region "Vos données, votre choix"')


def test_the_panel_is_a_dialog_of_named_groups_with_their_states(visitor):
    visitor.open("/")
    visitor.button("Personnaliser").click()
    expect(visitor.panel).to_be_visible()
    for purpose, answer in (("Mesure d’audience", "Refuser"), ("Vidéos", "Accepter")):
        group = visitor.panel.get_by_role("group", name=purpose)
        group.get_by_label(answer, exact=True).check()
    expect(visitor.page.locator("body")).to_match_aria_snapshot(PANEL)
    details = visitor.panel.locator("details").first
    summary = details.locator("summary")
    summary.focus()
    visitor.page.keyboard.press("Enter")
    expect(details).to_have_attribute("open", "")


def test_the_placeholder_says_the_service_and_both_ways(visitor):
    """A18."""
    visitor.open("/decouvrir/")
    visitor.button("Tout refuser").click()
    placeholder = visitor.page.locator("[data-cookie-placeholder]")
    expect(placeholder).to_match_aria_snapshot(PLACEHOLDER)


def test_each_name_holds_the_label_that_is_seen(visitor):
    """A9: who speaks to the page says what is written on it."""
    visitor.open("/decouvrir/")
    visitor.button("Personnaliser").click()
    expect(visitor.panel).to_be_visible()
    visitor.page.keyboard.press("Escape")
    told = visitor.page.locator("body").aria_snapshot()
    for button in visitor.page.locator("button:visible").all():
        label = re.sub(r"\s+", " ", button.inner_text()).strip()
        assert f'button "{label}' in told


@pytest.mark.parametrize("label", ["Tout accepter", "Tout refuser"])
def test_a_choice_is_announced_once_by_a_region_that_was_there(visitor, label):
    """A11."""
    visitor.open("/")
    status = visitor.page.get_by_role("status")
    expect(status).to_be_empty()
    visitor.button(label).click()
    expect(status).to_have_text("Vos choix sont enregistrés.")
    assert status.count() == 1


def test_nothing_moves_by_itself(visit):
    """No animation at all, so none to reduce (RGAA 13.8, WCAG 2.3.3)."""
    visitor = visit(reduced_motion="no-preference")
    visitor.open("/decouvrir/")
    visitor.button("Personnaliser").click()
    expect(visitor.panel).to_be_visible()
    moving = visitor.page.evaluate(
        """() => [...document.querySelectorAll('#cookie-banner, #cookie-banner *,'
             + ' #cookie-panel, #cookie-panel *, .cookie-placeholder *')]
           .map(element => getComputedStyle(element))
           .filter(style => style.animationName !== 'none'
             || style.transitionDuration.split(', ').some(time => parseFloat(time)))
           .length"""
    )
    assert moving == 0


@pytest.mark.parametrize("width", [1280, 320])
def test_from_right_to_left_it_is_mirrored_and_nothing_is_cut(visit, width):
    visitor = visit(viewport={"width": width, "height": 640})
    visitor.open("/decouvrir/")
    expect(visitor.banner).to_be_visible()
    visitor.page.evaluate("document.documentElement.dir = 'rtl'")
    box = "e => e.scrollWidth > e.clientWidth"
    accept, refuse = visitor.button("Tout accepter"), visitor.button("Tout refuser")
    assert accept.bounding_box()["x"] > refuse.bounding_box()["x"]
    assert not visitor.banner.evaluate(box)
    visitor.button("Personnaliser").click()
    expect(visitor.panel).to_be_visible()
    assert not visitor.panel.evaluate(box)
    title = visitor.panel.get_by_role("heading", level=2).bounding_box()
    close = visitor.button("Fermer").bounding_box()
    if width > 320:
        assert close["x"] < title["x"]
    radio = visitor.panel.get_by_role("radio").first.bounding_box()
    panel = visitor.panel.bounding_box()
    assert radio["x"] > panel["x"] + panel["width"] / 2
