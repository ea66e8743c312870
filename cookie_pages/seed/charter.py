"""Makes the seed charter: a purpose, a provider, four cookies and the page."""

from wagtail.models import Locale, Site

from ..models import CharterCookie, CookieCharterPage, Purpose
from . import charter_fr as text
from . import once, publish, snippet

PURPOSE = {
    "slug": "necessary",
    "name": "Cookies nécessaires",
    "description": (
        "Connexion, langue, sécurité des formulaires, mémoire de votre choix. Ils ne demandent "
        "pas de consentement."
    ),
    "personal_data": "identifiants de session et de sécurité, langue, vos réponses",
    "needs_consent": False,
    "sort_order": 90,
}


def french():
    """French where the site has it, else the site's default language."""
    return Locale.objects.filter(language_code="fr").first() or Locale.get_default()


def seed_declarations(locale):
    """The four cookies by name; one that was deleted since is None."""
    purpose = once("purpose:necessary", lambda: _purpose(locale))
    provider = once(
        "provider:opendatasoft",
        snippet(
            "Provider",
            locale=locale,
            name=text.PROVIDER,
            role="processor",
            country="FR",
        ),
    )
    if not purpose or not provider:
        return {}
    return {
        name: once(f"cookie:{name}", _cookie(name, values, purpose, provider, locale))
        for name, values in text.COOKIES.items()
    }


def _purpose(locale):
    """The site's own exempt purpose of that slug, else a new one."""
    named = Purpose.objects.filter(slug__startswith=PURPOSE["slug"])
    own = named.filter(slug=PURPOSE["slug"], needs_consent=False).first()
    slug = f"{PURPOSE['slug']}-{named.count() + 1}" if named else PURPOSE["slug"]
    return own or snippet("Purpose", locale=locale, **(PURPOSE | {"slug": slug}))()


def _cookie(name, values, purpose, provider, locale):
    kind, number, unit = values["retention"]
    return snippet(
        "Cookie",
        name=name,
        locale=locale,
        purpose=purpose,
        provider=provider,
        retention_kind=kind,
        retention_value=number,
        retention_unit=unit,
        **{key: value for key, value in values.items() if key != "retention"},
    )


def kinds_html(introduction, kinds):
    """The list that says which kinds of cookies there are."""
    items = "".join(f"<li>{kind}</li>" for kind in kinds)
    return f"<p>{introduction}</p><ul>{items}</ul>"


def charter_body(purpose):
    """The blocks of the page, as StreamField data."""
    return [
        (
            "section",
            {
                "heading": text.DEFINITION_HEADING,
                "text": f"<p>{text.DEFINITION}</p>",
            },
        ),
        (
            "text",
            {"text": kinds_html(text.KINDS_INTRODUCTION, text.KINDS)},
        ),
        ("section", {"heading": text.USES_HEADING, "text": ""}),
        (
            "cookie_table",
            {
                "caption": text.CAPTION,
                "purposes": [purpose] if purpose else [],
                "columns": text.COLUMNS,
                "show_retention": False,
                "show_party": False,
            },
        ),
    ]


def seed_charter():
    """The charter page, made once with all that it shows; None if it was deleted."""
    locale = french()
    cookies = seed_declarations(locale)
    return once("page:charter", lambda: _page(locale, cookies))


def _page(locale, cookies):
    site = Site.objects.select_related("root_page").get(is_default_site=True)
    root = site.root_page.specific
    parent = root.get_translation_or_none(locale) or root
    rows = [cookie for cookie in cookies.values() if cookie]
    page = CookieCharterPage(
        title=text.TITLE,
        locale=locale,
        introduction=f"<p>{text.INTRODUCTION}</p>",
        body=charter_body(rows[0].purpose if rows else None),
        show_in_menus=False,
    )
    if not parent.get_children().filter(slug=text.SLUG).exists():
        page.slug = text.SLUG
    page.charter_rows = [
        CharterCookie(cookie=cookie, sort_order=order)
        for order, cookie in enumerate(rows)
    ]
    parent.add_child(instance=page)
    return publish(page)
