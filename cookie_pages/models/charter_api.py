"""A charter as data, for Wagtail's API: each cookie of its tables, in the page's language."""


def rows_of(page) -> list[dict]:
    """The rows that the page's tables may show, in the page's order, once each."""
    catalogue, locale = page.catalogue, page.locale_id
    declared = set(catalogue.declared_cookies)
    rows = []
    for row in page.charter_rows.all():
        cookie = catalogue.cookies.source_of(row.cookie_id)
        if cookie in declared:
            declared.remove(cookie)
            rows.append(_row(catalogue, cookie, locale))
    return rows


def _row(catalogue, cookie, locale):
    words = catalogue.cookies.within(cookie, locale)
    provider = catalogue.providers.within(catalogue.provider_of(cookie), locale)
    source = catalogue.purpose_of(cookie)
    purpose = catalogue.purposes.within(source, locale)
    return {
        "name": cookie.name,
        "service": words.service,
        "finality": words.finality,
        "retention": words.retention_text,
        "storage_type": cookie.storage_type,
        "party": cookie.party,
        "provider": {
            "name": provider.name,
            "legal_name": provider.legal_name,
            "policy_url": provider.policy_url,
        },
        "purpose": {
            "slug": source.slug,
            "name": purpose.name,
            "needs_consent": source.needs_consent,
        },
    }
