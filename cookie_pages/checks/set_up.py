"""What is wrong with settings, installed apps and addresses."""

from difflib import get_close_matches

from django.apps import apps
from django.conf import settings
from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.db import router
from django.urls import NoReverseMatch, Resolver404, get_script_prefix, resolve, reverse

from .. import conf
from ..models import ConsentRecord

THEMES = "cookie_pages.themes."
PREFIX = "COOKIE_PAGES_"
ACCOUNTS = "cookie_pages.middleware.AccountMiddleware"


def check_settings(app_configs, **kwargs):
    errors = []
    for read in conf.ALL:
        try:
            read()
        except ImproperlyConfigured as error:
            errors.append(checks.Error(str(error), id="cookie_pages.E001"))
    return errors


def check_setting_names(app_configs, **kwargs):
    known = {f"{PREFIX}{read.__name__.upper()}" for read in conf.ALL}
    messages = []
    for name in dir(settings):
        if name.startswith(PREFIX) and name not in known:
            near = get_close_matches(name, known, 1)
            meant = (
                f"Did you mean {near[0]}?" if near else "Remove it: nothing reads it."
            )
            messages.append(
                checks.Error(
                    f"There is no setting {name}.", hint=meant, id="cookie_pages.E009"
                )
            )
    return messages


def check_app_order(app_configs, **kwargs):
    """Embeds are gated by a template that must be found before Wagtail's own (C39)."""
    names = [config.name for config in apps.get_app_configs()]
    if "wagtail.embeds" not in names:
        return []
    if names.index("cookie_pages") < names.index("wagtail.embeds"):
        return []
    return [
        checks.Error(
            "'cookie_pages' stands below 'wagtail.embeds' in INSTALLED_APPS, so embedded videos "
            "and maps would load without consent.",
            hint="Move 'cookie_pages' above 'wagtail.embeds'.",
            id="cookie_pages.E002",
        )
    ]


def check_themes(app_configs, **kwargs):
    """A theme's templates must be found before the module's own."""
    names = [config.name for config in apps.get_app_configs()]
    own = names.index("cookie_pages")
    return [
        checks.Error(
            f"{name!r} stands below 'cookie_pages' in INSTALLED_APPS, so its templates are "
            "never used.",
            hint=f"Move {name!r} above 'cookie_pages'.",
            id="cookie_pages.E008",
        )
        for name in names[own:]
        if name.startswith(THEMES)
    ]


def check_countries(app_configs, **kwargs):
    """Without its own app, ``django-countries`` names every country in English."""
    if apps.is_installed("django_countries"):
        return []
    return [
        checks.Error(
            "'django_countries' isn't in INSTALLED_APPS, so visitors would read the names of "
            "countries in English.",
            hint="Add 'django_countries' to INSTALLED_APPS.",
            id="cookie_pages.E005",
        )
    ]


def check_site_settings(app_configs, **kwargs):
    """« Cookies » in the admin's settings is one of Wagtail's site settings."""
    if apps.is_installed("wagtail.contrib.settings"):
        return []
    return [
        checks.Error(
            "'wagtail.contrib.settings' isn't in INSTALLED_APPS, so no page of the admin opens.",
            hint="Add 'wagtail.contrib.settings' to INSTALLED_APPS.",
            id="cookie_pages.E006",
        )
    ]


def check_ledger(app_configs, **kwargs):
    """The records go where ``COOKIE_PAGES_LEDGER_DATABASE`` says, or it would be a dead letter."""
    try:
        wanted = conf.ledger_database()
    except ImproperlyConfigured:
        return []  # said by check_settings
    if router.db_for_write(ConsentRecord) == wanted:
        return []
    return [
        checks.Error(
            f"COOKIE_PAGES_LEDGER_DATABASE is {wanted!r}, but records would be written to "
            f"{router.db_for_write(ConsentRecord)!r}.",
            hint="Put 'cookie_pages.routers.LedgerRouter' first in DATABASE_ROUTERS.",
            id="cookie_pages.E004",
        )
    ]


def check_accounts(app_configs, **kwargs):
    """A choice goes with an account only where a middleware sets its cookie (C41)."""
    try:
        if not conf.accounts():
            return []
    except ImproperlyConfigured:
        return []  # said by check_settings
    middleware = list(settings.MIDDLEWARE)
    users = "django.contrib.auth.middleware.AuthenticationMiddleware"
    # A site may log in by a middleware of its own.
    first = middleware.index(users) if users in middleware else 0
    if ACCOUNTS in middleware[first:]:
        return []
    return [
        checks.Error(
            "COOKIE_PAGES_ACCOUNTS is on, but nothing sets the cookie of an account's choice.",
            hint=f"Add {ACCOUNTS!r} to MIDDLEWARE, below {users!r}.",
            id="cookie_pages.E012",
        )
    ]


def check_urls(app_configs, **kwargs):
    try:
        address = reverse("cookie_pages:consent")
    except NoReverseMatch:
        return [
            checks.Error(
                "The addresses of cookie_pages are in no URLconf, so no choice could be stored.",
                hint="Add path('cookies/', include('cookie_pages.urls')) to the root URLconf.",
                id="cookie_pages.E003",
            )
        ]
    if _leads_to_us(address):
        return []
    return [
        checks.Error(
            f"Another view answers at {address}, so no choice could be stored.",
            hint="Put path('cookies/', include('cookie_pages.urls')) above the addresses that "
            "take any path, such as include(wagtail_urls), in the root URLconf.",
            id="cookie_pages.E007",
        )
    ]


def _leads_to_us(address):
    path = "/" + address.removeprefix(get_script_prefix())
    try:
        return "cookie_pages" in resolve(path).namespaces
    except Resolver404:
        return False
