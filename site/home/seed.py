"""What the demo shows, made once: the seed charter first, then all that is around it."""

from django.conf import settings
from wagtail.models import Locale, Page, Site

from cookie_pages.models import CookieSettings, Provider, Purpose
from cookie_pages.seed import once, publish, snippet
from cookie_pages.seed.charter import seed_charter

from . import content, content_en
from .models import ContentPage, HomePage
from .seed_charter import complete, translate_snippet


def seed_demo():
    """Everything, in the order in which it depends on each other; run again, only what is new."""
    french, english = (
        Locale.objects.get_or_create(language_code=code)[0] for code in ("fr", "en")
    )
    home = once("demo:home", lambda: _home(french))
    if home is None:
        return
    charter = seed_charter()
    _declarations(french)
    for key, values in content.PAGES.items():
        once(f"demo:page:{key}", lambda values=values: _page(home, values))
    once("demo:home:en", lambda: _translate(home, english, content_en.HOME))
    # First, as in French: menus and footers follow the order of the pages.
    if charter:
        complete(charter, english)
    for key, values in content_en.PAGES.items():
        _page_in_english(key, values, english)
    _settings(home)
    _banner(french, english)


def _settings(home):
    """Who answers for the site; what an editor has written there is left alone."""
    own = CookieSettings.for_site(Site.objects.get(root_page=home))
    if own.controller:
        return
    for name, value in content.SETTINGS.items():
        setattr(own, name, value)
    own.privacy_page = once("demo:page:privacy", lambda: None)
    own.save()


def _home(locale):
    """The home page takes the place of Wagtail's welcome page as root of the default site."""
    site = Site.objects.get(is_default_site=True)
    if isinstance(site.root_page.specific, HomePage):
        return site.root_page.specific
    tree_root = Page.get_first_root_node()
    welcome = site.root_page
    home = HomePage(locale=locale, slug="accueil", **content.HOME)
    tree_root.add_child(instance=home)
    publish(home)
    site.root_page, site.site_name = home, content.SITE_NAME
    site.save()
    if not welcome.get_children().exists() and welcome.specific_class is Page:
        welcome.delete()
    return home


def _page(home, values):
    page = ContentPage(locale=home.locale, **values)
    home.add_child(instance=page)
    return publish(page)


def _translate(page, locale, values):
    if page.has_translation(locale):
        return page.get_translation(locale)
    copy = page.copy_for_translation(locale, copy_parents=True).specific
    for name, value in values.items():
        setattr(copy, name, value)
    return publish(copy)


def _page_in_english(key, values, locale):
    page = once(f"demo:page:{key}", lambda: None)
    if page:
        once(f"demo:page:{key}:en", lambda: _translate(page, locale, values))


def _banner(french, english):
    heading = content.THEME_HEADINGS.get(settings.DEMO_THEME, {})
    make = snippet("ConsentBanner", locale=french, **content.BANNER | heading)
    if banner := once("demo:banner", make):
        once(
            "demo:banner:en",
            lambda: translate_snippet(banner, english, content_en.BANNER),
        )


def _declarations(locale):
    purposes, cookies = content.PURPOSES, content.COOKIES
    if settings.COOKIE_PAGES_ACCOUNTS:
        purposes = purposes | {"account": content.ACCOUNT_PURPOSE}
        cookies = cookies | {"account": content.ACCOUNT_COOKIE}
    for key, values in purposes.items():
        once(f"demo:purpose:{key}", lambda values=values: _purpose(locale, values))
    for key, values in content.PROVIDERS.items():
        once(f"demo:provider:{key}", snippet("Provider", locale=locale, **values))
    for key, values in cookies.items():
        once(f"demo:cookie:{key}", lambda values=values: _cookie(locale, values))


def _purpose(locale, values):
    own = Purpose.objects.filter(slug=values["slug"]).first()
    return own or snippet("Purpose", locale=locale, **values)()


def _cookie(locale, values):
    purpose = Purpose.objects.filter(slug=values["purpose"], locale=locale).first()
    provider = Provider.objects.filter(name=values["provider"], locale=locale).first()
    if not purpose or not provider:
        return None
    return snippet(
        "Cookie", locale=locale, **(values | {"purpose": purpose, "provider": provider})
    )()
