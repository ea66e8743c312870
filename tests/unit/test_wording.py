"""Whether a label refuses in plain words (C8)."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Locale

from cookie_pages.models import ConsentBanner
from cookie_pages.rules.wording import plain, refuses


@pytest.mark.parametrize(
    "language, label",
    [
        ("fr", "Tout refuser"),
        ("fr", "Interdire tous les cookies"),
        ("fr", "Continuer sans accepter"),
        ("fr-CA", "Je décline"),
        ("en", "Reject all"),
        ("en-gb", "Deny all"),
        ("de", "Alle ablehnen"),  # no list of verbs for this language
    ],
)
def test_a_plain_refusal(language, label):
    assert refuses(label, language)


@pytest.mark.parametrize(
    "language, label",
    [
        ("fr", "Plus tard"),
        ("fr", "Tout accepter"),
        ("fr", "Refuser d’accepter"),
        ("fr", "Refuser, dommage"),
        ("fr", "Refuser les cookies non essentiels"),
        ("en", "Accept or reject"),
        ("en", "Sadly, reject"),
        ("en", "Continue"),
        ("de", "Non-essential"),
    ],
)
def test_what_is_no_plain_refusal(language, label):
    assert not refuses(label, language)


def test_phrases_compare_whatever_their_spaces_and_apostrophes():
    assert plain("  L’ami\u00a0d'ici ") == "l'ami d'ici"


@pytest.mark.django_db
def test_a_banner_that_does_not_refuse_plainly_is_sent_back():
    banner = ConsentBanner(
        heading="x", refuse_label="Plus tard", locale=Locale.get_default()
    )
    with pytest.raises(ValidationError) as error:
        banner.clean()
    assert "refuse_label" in error.value.message_dict
