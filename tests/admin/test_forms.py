"""The forms: a draft is always kept, each fault has one message, a translation holds words."""

import pytest
from django.urls import reverse
from wagtail.models import Locale

from cookie_pages.models import Catalogue, ConsentBanner, Cookie, Provider, Purpose
from tests.admin.test_declarations import cookie_data, provider_data, purpose_data, url
from tests.factories import make_cookie, make_exempt_purpose, make_provider

pytestmark = pytest.mark.django_db
FORBIDDEN = [
    (Purpose, lambda: purpose_data(description="Pour améliorer votre expérience.")),
    (Provider, lambda: provider_data(country="US")),
    (Cookie, lambda: cookie_data(retention_value="")),
    (Cookie, lambda: cookie_data(host="")),
    (Cookie, lambda: cookie_data(purpose=make_exempt_purpose().pk)),
    (ConsentBanner, lambda: {"heading": "Cookies", "refuse_label": "Tant pis"}),
]
PUBLISHING = ["action-publish", "action-submit"]


@pytest.mark.parametrize("model, data", FORBIDDEN)
def test_what_is_forbidden_is_kept_as_a_draft(editor, model, data):
    editor.post(url(model, "add"), data())
    saved = model.objects.latest("pk")
    assert not saved.live
    edited = editor.get(url(model, "edit", saved.pk))
    assert not edited.context["form"].errors


@pytest.mark.parametrize("action", PUBLISHING)
@pytest.mark.parametrize("model, data", FORBIDDEN)
def test_it_is_neither_published_nor_submitted(editor, model, data, action):
    data = data()
    editor.post(url(model, "add"), data)
    pk = model.objects.latest("pk").pk
    response = editor.post(url(model, "edit", pk), data | {action: "1"})
    assert response.context["form"].errors
    assert not model.objects.get(pk=pk).live


@pytest.mark.parametrize("slug", ["terms", "at", "all", "notice"])
def test_a_reserved_slug_has_one_message_at_its_field(editor, slug):
    response = editor.post(url(Purpose, "add"), purpose_data(slug=slug))
    errors = response.context["form"].errors.get_json_data()
    assert [*errors] == ["slug"]
    assert len(errors["slug"]) == 1


@pytest.mark.parametrize("model, data", FORBIDDEN)
def test_each_fault_has_one_message(editor, model, data):
    response = editor.post(url(model, "add"), data() | {"action-publish": "1"})
    for messages in response.context["form"].errors.values():
        assert len(messages) == 1
    assert "__all__" not in response.context["form"].errors


@pytest.mark.parametrize(
    "pasted, kept",
    [
        ("https://www.Example.org/a?b=c", "www.example.org"),
        ("http://user@example.org:8080/", "example.org"),
        ("//cdn.example.org/x.js", "cdn.example.org"),
        ("example.org/path", "example.org"),
        (".example.org", "example.org"),
    ],
)
def test_a_pasted_address_becomes_its_domain(editor, pasted, kept):
    editor.post(url(Cookie, "add"), cookie_data(host=pasted))
    assert Cookie.objects.get().host == kept


def test_pasted_addresses_of_embeds_become_their_hosts(editor):
    data = provider_data(
        embed_hosts="https://www.youtube.com/embed/1\nPLAYER.vimeo.com"
    )
    editor.post(url(Provider, "add"), data)
    provider = Provider.objects.get(name="YouTube")
    assert provider.hosts == ["www.youtube.com", "player.vimeo.com"]


def test_a_new_purpose_comes_last(editor):
    make_exempt_purpose()
    Purpose.objects.update(sort_order=7)
    form = editor.get(url(Purpose, "add")).context["form"]
    assert form["sort_order"].value() == 8


@pytest.mark.parametrize("kind", ["pixel", "script", "iframe", "fingerprint"])
def test_a_service_may_name_no_cookie(editor, kind):
    data = cookie_data(name="", storage_type=kind, service="Suivi des campagnes")
    editor.post(url(Cookie, "add"), data | {"action-publish": "1"})
    assert Cookie.objects.get().name == "Suivi des campagnes"


@pytest.mark.parametrize("kind", ["cookie", "localStorage", "IndexedDB"])
def test_what_is_stored_under_a_name_says_it(editor, kind):
    data = cookie_data(name="", storage_type=kind) | {"action-publish": "1"}
    response = editor.post(url(Cookie, "add"), data)
    assert "tel que le navigateur" in str(response.context["form"].errors["name"])


@pytest.mark.parametrize("name", ["yt:volume", "a|b", "clé du lecteur"])
def test_keys_of_storages_hold_any_character(editor, name):
    data = cookie_data(name=name, storage_type="localStorage", party="first", host="")
    editor.post(url(Cookie, "add"), data | {"action-publish": "1"})
    assert Cookie.objects.get(name=name).live


def test_a_duration_is_said_in_ones_own_words(editor):
    data = cookie_data(retention_words="jusqu’à 6 mois, renouvelé à chaque session")
    editor.post(url(Cookie, "add"), data | {"action-publish": "1"})
    cookie = Cookie.objects.get()
    assert cookie.retention_text == "jusqu’à 6 mois, renouvelé à chaque session"
    assert (cookie.retention_value, cookie.retention_unit) == (6, "month")


@pytest.fixture
def translated():
    """A cookie in English, whose purpose and retention its source has changed since."""
    source = make_cookie(
        retention_kind="duration", retention_value=6, retention_unit="month"
    )
    english = Locale.objects.create(language_code="en")
    for item in (source.purpose, source.provider):
        item.copy_for_translation(english).save()
    copy = source.copy_for_translation(english)
    copy.finality, copy.live = "Count visits", True
    copy.save()
    source.retention_value = 2
    source.save()
    return copy


def test_a_translation_offers_words_alone(editor, translated):
    form = editor.get(url(Cookie, "edit", translated.pk)).context["form"]
    assert {*form.fields} >= {"service", "finality"}
    assert not {"purpose", "provider", "retention_value", "name"} & {*form.fields}


def test_a_translation_is_saved_and_published(editor, translated):
    data = {
        "service": "Audience",
        "finality": "Count the visits",
        "action-publish": "1",
    }
    response = editor.post(url(Cookie, "edit", translated.pk), data)
    assert response.status_code == 302
    translated.refresh_from_db()
    assert translated.finality == "Count the visits"


def test_visitors_read_the_words_with_what_the_source_decides(translated):
    catalogue = Catalogue()
    source = catalogue.cookies.source_of(translated.pk)
    shown = catalogue.cookies.within(source, translated.locale_id)
    assert (shown.finality, shown.retention_value) == ("Count visits", 2)


def test_purposes_and_providers_are_offered_in_one_language(editor, translated):
    form = editor.get(url(Cookie, "add")).context["form"]
    locales = form.fields["purpose"].queryset.values_list(
        "locale__language_code", flat=True
    )
    assert [*locales] == ["fr"]


def test_a_provider_is_made_where_the_cookie_is_declared(editor):
    chooser = Provider.snippet_viewset.chooser_viewset
    editor.post(reverse(chooser.get_url_name("create")), provider_data())
    assert Provider.objects.get(name="YouTube").live


def test_make_provider_is_in_the_default_language():
    assert make_provider().source_version.locale == Locale.get_default()
