"""Each rule of a banner, a purpose, a provider and a cookie, broken once and kept once."""

import pytest
from wagtail.models import Locale

from cookie_pages.models import ConsentBanner
from cookie_pages.rules.advice import (
    ADVICE,
    BANNER,
    COOKIE,
    PROVIDER,
    PURPOSE,
    Charter,
    Level,
    advice_for,
)
from tests.factories import (
    make_cookie,
    make_exempt_purpose,
    make_provider,
    make_purpose,
)

pytestmark = pytest.mark.django_db
FORBIDDEN, ADVISED = Level.FORBIDDEN, Level.ADVICE


def told(item, **changes):
    for name, value in changes.items():
        setattr(item, name, value)
    return {(said.rule, said.level, said.field) for said in item.advice()}


@pytest.fixture
def banner():
    return ConsentBanner(heading="Cookies", locale=Locale.get_default())


@pytest.fixture
def purpose():
    made = make_purpose(
        description="Compter les visites, page par page, pour savoir ce qui aide.",
        personal_data="Adresse IP, pages vues",
    )
    make_cookie(purpose=made)
    return made


@pytest.fixture
def provider():
    return make_provider(
        "YouTube",
        legal_name="Google Ireland Ltd",
        country="IE",
        policy_url="https://a.test/",
    )


def test_what_breaks_no_rule_gets_no_advice(banner, purpose, provider):
    assert not told(banner)
    assert not told(purpose)
    assert not told(provider)
    assert not told(purpose.cookies.get())


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({"refuse_label": "Tant pis"}, ("C8", FORBIDDEN, "refuse_label")),
        ({"accept_label": "Continuer"}, ("C8", FORBIDDEN, "accept_label")),
        ({"accept_label": "Accepter"}, ("C8", ADVISED, "refuse_label")),
        ({"text": "<p>Bonjour.</p>"}, ("C13", FORBIDDEN, "text")),
        ({"text": "Validé par la CNIL."}, ("C13", FORBIDDEN, "text")),
        (
            {"text": "Votre accord aux cookies vaut treize mois."},
            ("C22", FORBIDDEN, "text"),
        ),
        (
            {
                "text": "Avec votre accord, des cookies servent à améliorer votre expérience."
            },
            ("C12", ADVISED, "text"),
        ),
        (
            {"information_text": "Nous nous fondons sur notre intérêt légitime."},
            ("C34", ADVISED, "information_text"),
        ),
        (
            {"text": "Avec votre accord, des traceurs " + "et " * 30},
            ("C40", ADVISED, "text"),
        ),
    ],
)
def test_a_banner(banner, changes, expected):
    assert expected in told(banner, **changes)


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({"description": "À des fins marketing"}, ("C12", FORBIDDEN, "description")),
        ({"name": "Divers"}, ("C12", FORBIDDEN, "name")),
        ({"description": "Exempté par la CNIL."}, ("C30", FORBIDDEN, "description")),
        ({"measures_audience": True}, ("C28", FORBIDDEN, "measures_audience")),
        ({"needs_consent": False}, ("C26", FORBIDDEN, "needs_consent")),
        ({"description": "Statistiques"}, ("C12", ADVISED, "description")),
        (
            {"description": "Compter les visites par notre intérêt légitime."},
            ("C34", ADVISED, "description"),
        ),
        ({"personal_data": " "}, ("F4", ADVISED, "personal_data")),
    ],
)
def test_a_purpose(purpose, changes, expected):
    assert expected in told(purpose, **changes)


def test_a_purpose_that_names_nobody():
    assert ("C14", ADVISED, "") in told(make_purpose())


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({"country": "US"}, ("C14", FORBIDDEN, "safeguard")),
        ({"safeguard": "Clauses types"}, ("C14", FORBIDDEN, "transfer_country")),
        ({"country": "US", "safeguard": "x"}, ("C14", FORBIDDEN, "safeguard")),
        ({"embed_hosts": "a.test"}, ("C1", FORBIDDEN, "embed_purpose")),
        (
            {"country": "US", "safeguard": "Privacy Shield"},
            ("C14", ADVISED, "safeguard"),
        ),
        ({"policy_url": ""}, ("C14", ADVISED, "policy_url")),
        ({"legal_name": ""}, ("F4", ADVISED, "legal_name")),
        ({"country": ""}, ("F5", ADVISED, "country")),
    ],
)
def test_a_provider(provider, changes, expected):
    assert expected in told(provider, **changes)


def test_a_second_provider_of_the_same_name(provider):
    other = make_provider(provider.name.upper())
    assert ("C15", ADVISED, "name") in told(other)


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({"retention_kind": "duration"}, ("F3", FORBIDDEN, "retention_value")),
        ({"retention_value": 3}, ("F3", FORBIDDEN, "retention_kind")),
        ({"exemption_class": 2}, ("C27", FORBIDDEN, "exemption_class")),
        ({"party": "third"}, ("C31", FORBIDDEN, "host")),
        ({"finality": "Améliorer votre expérience"}, ("C12", ADVISED, "finality")),
        (
            {
                "retention_kind": "duration",
                "retention_value": 13,
                "retention_unit": "month",
                "retention_words": "environ 60 jours",
            },
            ("F3", ADVISED, "retention_words"),
        ),
        (
            {
                "name": "csrftoken",
                "finality": "Récupérer des données via des appels API",
            },
            ("F8", ADVISED, "finality"),
        ),
    ],
)
def test_a_cookie(purpose, changes, expected):
    assert expected in told(purpose.cookies.get(), **changes)


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({"exemption_class": None}, ("C26", FORBIDDEN, "exemption_class")),
        ({"exemption_reason": " "}, ("C26", FORBIDDEN, "exemption_reason")),
        ({"exemption_class": 7}, ("C28", FORBIDDEN, "exemption_class")),
        ({"party": "third", "host": "a.test"}, ("C27", ADVISED, "exemption_reason")),
        ({"retention_kind": "until_deleted"}, ("F3", ADVISED, "retention_kind")),
    ],
)
def test_an_exempt_cookie(changes, expected):
    assert expected in told(make_cookie(purpose=make_exempt_purpose()), **changes)


@pytest.mark.parametrize(
    "words, value, unit",
    [
        ("environ 60 jours", 60, "day"),
        ("2 semaines par défaut", 14, "day"),
        ("moins d’une minute", 1, "minute"),
        ("jusqu’à 12 mois, renouvelé à chaque session", 1, "year"),
        ("tant que vous êtes connecté", 2, "week"),
    ],
)
def test_words_of_real_charters_agree_with_their_number(purpose, words, value, unit):
    changes = {"retention_kind": "duration", "retention_value": value}
    changes |= {"retention_unit": unit, "retention_words": words}
    assert not told(purpose.cookies.get(), **changes)


FACTS = {"blocks": ["contact", "preferences_button", "updated"], "rows": []}


@pytest.mark.parametrize(
    "rule, text, facts",
    [
        ("F3", "", {"hidden": frozenset({"show_retention"})}),
        ("F9", "", {"hidden": frozenset({"show_party"})}),
        ("F5", "", {"has_recipients": True}),
        ("C32", "", {"asks": False, "rows": [("cookies_preferences", "")]}),
        ("C30", "Nos cookies sont validés, certifié par la CNIL.", {}),
        ("C34", "Nous nous fondons sur l’intérêt légitime.", {}),
        ("C12", "Pour améliorer votre expérience.", {}),
    ],
)
def test_a_charter(rule, text, facts):
    values = FACTS | facts
    blocks, rows = values.pop("blocks"), values.pop("rows")
    said = advice_for(Charter.of([text], blocks, rows, **values))
    assert [item.rule for item in said] == [rule]


def test_each_rule_has_a_source_a_remedy_and_its_field():
    for rules in (ADVICE, BANNER, COOKIE, PROVIDER, PURPOSE):
        for rule in rules:
            assert rule.rule
            assert rule.source
            assert str(rule.remedy)
            assert rule.field or rule.level == Level.ADVICE
