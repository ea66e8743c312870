"""The texts of a banner, its purposes, their providers and cookies, in one language."""

from django.utils.translation import gettext as _
from django_countries.fields import Country
from wagtail.rich_text import expand_db_html

from ..models import Catalogue, ConsentBanner, Cookie, Provider, Purpose
from ..models.retention import retention_text


def compile_texts(
    banner: ConsentBanner,
    locale_id: int | None,
    catalogue: Catalogue | None = None,
    **switches,
) -> dict:
    """What is shown in the active language, which is that of ``locale_id``."""
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
    return {
        "heading": banner.heading,
        "text": expand_db_html(banner.text),
        "short": banner.short,
        "information_text": expand_db_html(banner.information_text),
        "accept": banner.accept_label or _("Accept all"),
        "refuse": banner.refuse_label or _("Reject all"),
        "customise": banner.customise_label or _("Customise"),
        "preferences": banner.preferences_label or _("Cookie settings"),
        "panel_heading": banner.panel_heading or _("Cookie settings panel"),
        "save": banner.save_label or _("Save my choices"),
        "allow": banner.allow_label or _("Allow"),
    }


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
    return {
        "slug": purpose.slug,
        "name": words.name,
        "description": words.description,
        "personal_data": words.personal_data,
        "needs_consent": purpose.needs_consent,
        "can_be_refused": purpose.can_be_refused,
        "refused_by_browser": purpose.needs_consent and purpose.refused_by_browser,
        "google_consent_types": purpose.google_consent_types,
        "providers": [
            provider_texts(catalogue, provider, purpose, locale_id)
            for provider in providers
        ],
        "cookies": [cookie_texts(catalogue, cookie, locale_id) for cookie in cookies],
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
    }


def country_name(country: Country) -> str:
    """In the active language, with the apostrophe that visitors' texts have."""
    return str(country.name).replace("'", "’")


def cookie_texts(catalogue: Catalogue, cookie: Cookie, locale_id: int | None) -> dict:
    words = catalogue.cookies.within(cookie, locale_id)
    kind, value, unit = (
        cookie.retention_kind,
        cookie.retention_value,
        cookie.retention_unit,
    )
    return {
        "name": cookie.name,
        "storage_type": cookie.storage_type,
        "party": cookie.party,
        "host": cookie.host,
        "provider": _provider_name(catalogue, cookie, locale_id),
        "service": words.service,
        "finality": words.finality,
        "retention": retention_text(kind, value, unit),
        "exemption_class": cookie.exemption_class,
        "exemption_reason": words.exemption_reason,
    }


def _provider_name(catalogue: Catalogue, cookie: Cookie, locale_id: int | None) -> str:
    provider = catalogue.provider_of(cookie)
    return catalogue.providers.within(provider, locale_id).name
