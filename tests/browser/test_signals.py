"""Exempt measurement that can be refused, and signals (C28-C30, S1-S3)."""

import pytest
from playwright.sync_api import expect
from wagtail.models import Site

from cookie_pages.models import Cookie, CookieSettings, Purpose
from cookie_pages.seed import publish

GPC = "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true });"


def change(slug, **values):
    for purpose in Purpose.objects.filter(slug=slug):
        for name, value in values.items():
            setattr(purpose, name, value)
        publish(purpose)


@pytest.fixture
def exempt(demo):
    """The statistics purpose as exempt audience measurement."""
    Cookie.objects.filter(name="visits").update(
        exemption_class=7, exemption_reason="Compter."
    )
    conditions = dict.fromkeys(Purpose.CONDITIONS, True)
    change(
        "statistics",
        needs_consent=False,
        measures_audience=True,
        audience_reason="Sur ce serveur.",
        audience_data_months=25,
        **conditions,
    )


def test_exempt_measurement_runs_without_consent_and_asks_for_none(exempt, visitor):
    visitor.open("/decouvrir/")
    visitor.page.wait_for_timeout(500)
    assert "visits" in visitor.cookies()
    expect(visitor.banner).not_to_contain_text("Mesure d’audience")
    assert visitor.posts == []


def test_refusing_everything_in_the_panel_refuses_it_too_and_it_works(exempt, visitor):
    """C30."""
    visitor.open("/decouvrir/")
    visitor.page.wait_for_timeout(500)
    assert "visits" in visitor.cookies()
    visitor.button("Personnaliser").click()
    group = visitor.panel.get_by_role("group", name="Mesure d’audience")
    expect(group).to_contain_text("vous pouvez la refuser")
    with visitor.page.expect_navigation():
        group.get_by_label("Refuser").check()
        visitor.panel.get_by_role("group", name="Vidéos").get_by_label(
            "Refuser"
        ).check()
        visitor.button("Confirmer mes choix").click()
    visitor.page.wait_for_timeout(300)
    assert "visits" not in visitor.cookies()
    visitor.open("/decouvrir/")
    visitor.page.wait_for_timeout(300)
    assert "visits" not in visitor.cookies()


def test_it_is_refused_on_the_preferences_page_without_javascript(exempt, visit):
    visitor = visit(java_script_enabled=False)
    visitor.open("/cookies/")
    group = visitor.page.get_by_role("group", name="Mesure d’audience")
    group.get_by_label("Refuser").check()
    visitor.button("Confirmer mes choix").click()
    assert visitor.choice() == {"terms": "1", "statistics": "0", "video": "0"}


def test_the_charter_has_its_control(exempt, visitor):
    visitor.open("/charte-cookies/")
    control = visitor.page.get_by_role("main").get_by_role(
        "link", name="Gestion des cookies"
    )
    control.click()
    expect(visitor.panel.get_by_role("group", name="Mesure d’audience")).to_be_visible()


def test_the_signal_refuses_what_the_editor_named_and_consents_to_nothing(demo, visit):
    """S1."""
    change("statistics", refused_by_browser=True)
    visitor = visit()
    visitor.context.add_init_script(GPC)
    visitor.open("/decouvrir/")
    expect(visitor.banner).to_be_visible()
    visitor.button("Personnaliser").click()
    group = visitor.panel.get_by_role("group", name="Mesure d’audience")
    expect(group).to_contain_text("Global Privacy Control")
    expect(group.get_by_label("Refuser")).to_be_checked()
    assert (
        visitor.panel.get_by_role("group", name="Vidéos").locator(":checked").count()
        == 0
    )
    assert visitor.cookies() == {}


def test_when_the_signal_answers_for_everything_nothing_is_asked(demo, visit):
    change("statistics", refused_by_browser=True)
    change("video", refused_by_browser=True)
    visitor = visit()
    visitor.context.add_init_script(GPC)
    visitor.open("/decouvrir/")
    visitor.page.wait_for_timeout(300)
    expect(visitor.banner).to_be_hidden()
    assert visitor.elsewhere == []


def test_an_explicit_choice_stands_whatever_the_signal(demo, visit):
    change("statistics", refused_by_browser=True)
    visitor = visit()
    visitor.context.add_init_script(GPC)
    visitor.open("/decouvrir/")
    visitor.button("Tout accepter").click()
    visitor.open("/decouvrir/")
    visitor.page.wait_for_timeout(500)
    assert "visits" in visitor.cookies()


LAYER = "(window.dataLayer ?? []).map(entry => [...entry])"


def test_googles_signals_are_denied_then_updated_and_only_after_the_choice(
    demo, visitor
):
    """S2."""
    change("statistics", google_consent_types=["analytics_storage"])
    change("video", google_consent_types=["ad_storage", "ad_user_data"])
    visitor.open("/")
    visitor.page.wait_for_timeout(200)
    assert visitor.page.evaluate(LAYER) == []
    visitor.button("Personnaliser").click()
    visitor.panel.get_by_role("group", name="Mesure d’audience").get_by_label(
        "Accepter"
    ).check()
    visitor.button("Confirmer mes choix").click()
    visitor.page.wait_for_timeout(100)
    denied = {
        "analytics_storage": "denied",
        "ad_storage": "denied",
        "ad_user_data": "denied",
    }
    assert visitor.page.evaluate(LAYER) == [
        ["consent", "default", denied],
        ["consent", "update", denied | {"analytics_storage": "granted"}],
    ]


def test_without_a_mapped_purpose_nothing_is_emitted(visitor):
    """S3 too."""
    visitor.open("/")
    visitor.button("Tout accepter").click()
    visitor.page.wait_for_timeout(100)
    visitor.page.wait_for_timeout(300)
    assert visitor.page.evaluate("typeof dataLayer") == "undefined"
    assert visitor.page.evaluate("typeof __tcfapi") == "undefined"


def test_with_the_information_switched_off_nothing_is_shown_but_the_panel_opens(
    exempt, visitor
):
    """C30, C32: exempt measurement alone, and an editor who shows no information."""
    Purpose.objects.filter(slug="video").update(live=False)
    site = Site.objects.get(is_default_site=True)
    CookieSettings.objects.update_or_create(site=site, defaults={"informs": False})
    visitor.open("/decouvrir/")
    visitor.page.wait_for_timeout(300)
    expect(visitor.banner).to_be_hidden()
    visitor.page.get_by_role("link", name="Gestion des cookies").click()
    expect(visitor.panel.get_by_role("group", name="Mesure d’audience")).to_be_visible()
