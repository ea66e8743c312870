"""Layer 1 says all that must be known before choosing, and nothing false (C12 to C14)."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from wagtail.models import Site

from cookie_pages.models import ConsentBanner, CookieSettings
from cookie_pages.notices.layer1 import in_words
from tests.factories import make_banner, make_cookie, make_provider, make_purpose

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    make_banner()
    CookieSettings.objects.create(
        site=Site.objects.get(),
        controller="Rectorat",
        privacy_address="https://example.org/privacy",
    )
    return make_cookie(
        "x", make_purpose("video", name="Vidéos"), make_provider("Us", role="self")
    )


def said(client, publish_now):
    publish_now()
    page = BeautifulSoup(client.get("/connexion/").content, "html.parser")
    banner = page.select_one("#cookie-banner")
    return banner, " ".join(banner.get_text().split())


def test_who_asks_for_what_how_long_and_how_to_withdraw(
    client, asked, publish_now, settings
):
    settings.COOKIE_PAGES_CHOICE_DAYS = 91
    banner, text = said(client, publish_now)
    for part in (
        "Avec votre accord",
        "Vidéos",
        "Responsable : Rectorat.",
        "Si vous refusez, seuls ces services restent désactivés",
        "Sans réponse de votre part, rien de tout cela n’est activé",
        "gardée 3 mois sur cet appareil",
        "retirer votre accord à tout moment par « Gestion des cookies »",
    ):
        assert part in text
    assert banner.find("a", href="https://example.org/privacy")
    assert "tiers" not in text


def test_third_parties_and_transfers_are_said_and_listed(client, asked, publish_now):
    far = make_provider(
        "Tube",
        legal_name="Tube Ltd",
        role="controller",
        country="IE",
        transfer_country="US",
        safeguard="clauses contractuelles types",
    )
    make_cookie("y", asked.purpose, far)
    banner, text = said(client, publish_now)
    assert "1 tiers reçoit alors des données : Tube Ltd." in text
    assert "États-Unis" in text
    assert "clauses contractuelles types" in text
    assert banner.select_one("a[data-cookie-preferences]")
    make_cookie("z", asked.purpose, make_provider("Other", role="processor"))
    assert "2 tiers reçoivent" in said(client, publish_now)[1]


@pytest.mark.parametrize("short", [False, True])
def test_an_editor_rewords_the_first_sentence_and_drops_nothing(
    client, asked, publish_now, short
):
    banner = ConsentBanner.objects.get()
    banner.text, banner.short = "<p>Des cookies, si vous êtes d’accord.</p>", short
    banner.full_clean()
    banner.save()
    text = said(client, publish_now)[1]
    assert "Des cookies, si vous êtes d’accord." in text
    for part in (
        "Rectorat",
        "Vidéos",
        "gardée 6 mois",
        "votre accord à tout moment",
        "Sans réponse",
    ):
        assert part in text


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour.",
        "Bonjour, nous aimons les cookies.",
        "Rien n’est déposé sans votre accord : traceurs et cookies.",
        "Cookies : sans votre accord, le site ne fonctionnera pas.",
        "Cookies, avec votre accord. Bandeau certifié CNIL.",
    ],
)
def test_what_asks_nothing_or_misleads_is_not_published(text):
    banner = make_banner()
    banner.text = f"<p>{text}</p>"
    with pytest.raises(ValidationError) as refused:
        banner.full_clean()
    assert list(refused.value.message_dict) == ["text"]


@pytest.mark.parametrize(
    "field, label",
    [
        ("accept_label", "Refuser"),
        ("accept_label", "OK"),
        ("refuse_label", "Refuser et perdre l’accès"),
        ("refuse_label", "Tout accepter"),
    ],
)
def test_a_label_says_what_it_does(field, label):
    """C8."""
    banner = make_banner()
    setattr(banner, field, label)
    with pytest.raises(ValidationError) as refused:
        banner.full_clean()
    assert list(refused.value.message_dict) == [field]


@pytest.mark.parametrize(
    "days, words",
    [
        (182, "6 mois"),
        (183, "6 mois"),
        (30, "1 mois"),
        (365, "12 mois"),
        (1, "1 jour"),
        (45, "45 jours"),
    ],
)
def test_days_in_words(days, words):
    assert in_words(days) == words


def test_where_children_come_their_parents_are_named(client, asked, publish_now):
    """C40: article 45 of the French data-protection act."""
    assert "moins de 15 ans" not in said(client, publish_now)[1]
    CookieSettings.objects.update(for_minors=True)
    text = said(client, publish_now)[1]
    assert (
        "Si vous avez moins de 15 ans, donnez votre accord avec l’un de vos parents."
        in text
    )
