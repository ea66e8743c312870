"""The texts of a banner, its purposes, their providers and cookies, in one language."""

from django.utils import translation
from django.utils.translation import gettext as _
from django_countries.fields import Country
from wagtail.rich_text import expand_db_html

from ..models import Catalogue, ConsentBanner, Cookie, Provider, Purpose
from ..models.declaration import Declaration


def compile_texts(
    banner: ConsentBanner,
    locale_id: int | None,
    catalogue: Catalogue | None = None,
    **switches,
) -> dict:
    """What is shown in the language of ``locale_id``; the module's words in the active one.

    Words that an editor wrote in another one say which under ``lang``: a code by name of the text.
    """
    catalogue = catalogue or Catalogue()
    defaults = {
        "charter_url": "",
        "privacy_url": "",
        "informs": True,
        "for_minors": False,
        "embed_purpose": "",
        "controller": {},
    }
    purposes = [
        purpose_texts(catalogue, purpose, locale_id)
        for purpose in catalogue.declared_purposes
    ]
    return defaults | switches | {"banner": banner_texts(banner), "purposes": purposes}


def banner_texts(banner: ConsentBanner) -> dict:
    """The texts of ``banner``; an empty label is the standard word of the active language."""
    written = {
        "heading": banner.heading,
        "text": expand_db_html(banner.text),
        "information_text": expand_db_html(banner.information_text),
        "accept": banner.accept_label,
        "refuse": banner.refuse_label,
        "customise": banner.customise_label,
        "preferences": banner.preferences_label,
        "panel_heading": banner.panel_heading,
        "save": banner.save_label,
        "allow": banner.allow_label,
    }
    standard = {
        "accept": _("Accept all"),
        "refuse": _("Reject all"),
        "customise": _("Customise"),
        "preferences": _("Cookie settings"),
        "panel_heading": _("Cookie settings panel"),
        "save": _("Save my choices"),
        "allow": _("Allow"),
    }
    texts = {name: text or standard.get(name, "") for name, text in written.items()}
    return texts | {"short": banner.short} | _lang(banner, written)


def _lang(words: Declaration, written: dict[str, str]) -> dict[str, dict]:
    """``lang`` of what is ``written``, where that isn't the language of the module's words."""
    code = words.locale.language_code
    names = [name for name, text in written.items() if text]
    if not names or code == translation.get_language():
        return {}
    return {"lang": dict.fromkeys(names, code)}


def purpose_texts(
    catalogue: Catalogue, purpose: Purpose, locale_id: int | None
) -> dict:
    cookies = [
        cookie
        for cookie in catalogue.declared_cookies
        if catalogue.purpose_of(cookie) == purpose
    ]
    providers = {catalogue.provider_of(cookie): None for cookie in cookies}
    for provider in catalogue.providers.declared():
        if provider.embed_purpose_id and _same(
            catalogue, provider.embed_purpose_id, purpose
        ):
            providers.setdefault(provider)
    words = catalogue.purposes.within(purpose, locale_id)
    written = {
        "name": words.name,
        "description": words.description,
        "personal_data": words.personal_data,
    }
    return {
        "slug": purpose.slug,
        **written,
        "needs_consent": purpose.needs_consent,
        "can_be_refused": purpose.can_be_refused,
        "refused_by_browser": purpose.needs_consent and purpose.refused_by_browser,
        "google_consent_types": purpose.google_consent_types,
        "providers": [
            provider_texts(catalogue, provider, purpose, locale_id)
            for provider in providers
        ],
        "cookies": [cookie_texts(catalogue, cookie, locale_id) for cookie in cookies],
        **_lang(words, written),
    }


def _same(catalogue: Catalogue, purpose_pk: int, purpose: Purpose) -> bool:
    return catalogue.purposes.source_of(purpose_pk) == purpose


def provider_texts(
    catalogue: Catalogue, provider: Provider, purpose: Purpose, locale_id: int | None
) -> dict:
    """``embed_hosts`` are named under the purpose of the provider's embeds alone."""
    embeds = provider.embed_purpose_id and _same(
        catalogue, provider.embed_purpose_id, purpose
    )
    words = catalogue.providers.within(provider, locale_id)
    return {
        "id": str(provider.translation_key),
        "name": words.name,
        "legal_name": words.legal_name,
        "role": provider.role,
        "policy_url": words.policy_url,
        "country": provider.country.code or "",
        "country_name": country_name(provider.country),
        "safeguard": words.safeguard,
        "transfers": [country_name(country) for country in provider.countries_outside],
        "embed_hosts": provider.hosts if embeds and purpose.needs_consent else [],
        **_lang(words, {"safeguard": words.safeguard}),
    }


def country_name(country: Country) -> str:
    """In the active language, with the apostrophe that visitors' texts have."""
    return str(country.name).replace("'", "’")


def cookie_texts(catalogue: Catalogue, cookie: Cookie, locale_id: int | None) -> dict:
    words = catalogue.cookies.within(cookie, locale_id)
    written = {
        "service": words.service,
        "finality": words.finality,
        "exemption_reason": words.exemption_reason,
    }
    return {
        "name": cookie.name,
        "storage_type": cookie.storage_type,
        "party": cookie.party,
        "host": cookie.host,
        "provider": _provider_name(catalogue, cookie, locale_id),
        "retention": words.retention_text,
        "exemption_class": cookie.exemption_class,
        **written,
        **_lang(words, written | {"retention": words.retention_words}),
    }


def _provider_name(catalogue: Catalogue, cookie: Cookie, locale_id: int | None) -> str:
    provider = catalogue.provider_of(cookie)
    return catalogue.providers.within(provider, locale_id).name
