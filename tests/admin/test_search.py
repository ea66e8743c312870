"""An editor finds a declaration by a word of it, in the lists and in the choosers."""

import pytest
from django.urls import reverse

from cookie_pages.models import ConsentBanner, Cookie, Provider, Purpose
from tests.factories import make_banner, make_cookie, make_provider, make_purpose

pytestmark = pytest.mark.django_db
NAMES = ["_pk_id", "_ga_*", "sessionid", "wp-settings-1", "visitor:id"]
FOUND = [
    (Cookie, "_pk_id", "_pk_id"),
    (Cookie, "_pk", "_pk_id"),
    (Cookie, "pk_id", "_pk_id"),
    (Cookie, "_ga_", "_ga_*"),
    (Cookie, "_ga_*", "_ga_*"),
    (Cookie, "session", "sessionid"),
    (Cookie, "SESSIONID", "sessionid"),
    (Cookie, "wp-settings", "wp-settings-1"),
    (Cookie, "visitor:id", "visitor:id"),
    (Cookie, "horloge", "sessionid"),
    (Provider, "académie", "Académie de Nulle-Part"),
    (Provider, "academie", "Académie de Nulle-Part"),
    (Provider, "Nulle-Part", "Académie de Nulle-Part"),
    (Provider, "rectorat", "Académie de Nulle-Part"),
    (Purpose, "vidéos", "Vidéos"),
    (ConsentBanner, "choix", "Vos données, votre choix"),
]


@pytest.fixture
def declared(settings):
    backend = {"BACKEND": "wagtail.search.backends.database"}
    settings.WAGTAILSEARCH_BACKENDS = {"default": backend}
    provider = make_provider("Académie de Nulle-Part", legal_name="Le rectorat")
    make_provider("Autre")
    purpose = make_purpose(name="Mesure")
    make_purpose("video", name="Vidéos")
    for name in NAMES:
        service = "Horloge" if name == "sessionid" else "Mesure"
        make_cookie(name, purpose, provider, service=service)
    make_banner("Vos données, votre choix")


@pytest.mark.parametrize("model, words, name", FOUND)
def test_a_list_finds_it(editor, declared, model, words, name):
    address = reverse(model.snippet_viewset.get_url_name("list"))
    response = editor.get(address, {"q": words})
    assert [str(found) for found in response.context["object_list"]] == [
        str(item) for item in model.objects.all() if name in str(item)
    ]


@pytest.mark.parametrize("model, words, name", FOUND[:-2])
def test_a_chooser_finds_it(editor, declared, model, words, name):
    chooser = model.snippet_viewset.chooser_viewset
    address = reverse(chooser.get_url_name("choose_results"))
    response = editor.get(address, {"q": words})
    assert [str(found) for found in response.context["results"]] == [
        str(item) for item in model.objects.all() if name in str(item)
    ]
