"""An editor's text promises no choice that is kept longer than it is (C22)."""

import pytest
from django.core.exceptions import ValidationError

from cookie_pages.rules.durations import overlong
from tests.factories import make_banner


@pytest.mark.parametrize(
    "text, found",
    [
        ("Votre choix est gardé 13 mois.", ["13 mois"]),
        ("Votre choix est gardé un an.", ["un an"]),
        ("Your choice is kept for twelve months.", ["twelve months"]),
        ("Votre choix est gardé 6 mois.", []),
        ("Votre choix est gardé six\u00a0mois.", []),
        ("Your answer is kept for 26 weeks.", []),
        ("Your answer is kept for 30 weeks.", ["30 weeks"]),
        ("Les statistiques sont gardées 25 mois. Votre choix compte.", []),
        ("Une erreur dans l’an 2000 ne change rien à votre choix.", []),
    ],
)
def test_what_is_longer_is_found_where_it_is_about_a_choice(text, found):
    assert overlong(text, 182) == found


@pytest.mark.django_db
def test_a_banner_that_says_so_is_refused(settings):
    banner = make_banner()
    banner.text = (
        "<p>Avec votre accord, gardé 13 mois, des cookies comptent vos visites.</p>"
    )
    with pytest.raises(ValidationError) as refused:
        banner.full_clean()
    assert "13 mois" in refused.value.message_dict["text"][0]
    settings.COOKIE_PAGES_CHOICE_DAYS = 395
    banner.full_clean()
