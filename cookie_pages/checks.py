"""System checks: each says what is wrong with the set-up and what to do about it."""

from django.apps import apps
from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.db import DEFAULT_DB_ALIAS, DatabaseError, router
from django.urls import NoReverseMatch, reverse
from wagtail.blocks import ListBlock, RawHTMLBlock
from wagtail.fields import StreamField

from . import conf
from .models import ConsentRecord
from .notices.publication import unpublished


def check_settings(app_configs, **kwargs):
    errors = []
    for read in conf.ALL:
        try:
            read()
        except ImproperlyConfigured as error:
            errors.append(checks.Error(str(error), id="cookie_pages.E001"))
    return errors


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


def check_raw_html(app_configs, **kwargs):
    """What an editor pastes into a ``RawHTMLBlock`` runs at once, whoever refused (C39)."""
    fields = [
        field
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, StreamField)
    ]
    return [
        checks.Warning(
            f"{field} has a RawHTMLBlock: a frame or a script in it loads without consent.",
            hint="Render the block's value inside {% gated %}, or give editors an EmbedBlock.",
            obj=field,
            id="cookie_pages.W001",
        )
        for field in fields
        if any(isinstance(block, RawHTMLBlock) for block in _blocks(field.stream_block))
    ]


def _blocks(block):
    """The block and all that it is made of."""
    yield block
    inside = list(getattr(block, "child_blocks", {}).values())
    if isinstance(block, ListBlock):
        inside.append(block.child_block)
    for child in inside:
        yield from _blocks(child)


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


def check_urls(app_configs, **kwargs):
    try:
        reverse("cookie_pages:preferences")
    except NoReverseMatch:
        return [
            checks.Error(
                "The addresses of cookie_pages are in no URLconf, so no choice could be stored.",
                hint="Add path('cookies/', include('cookie_pages.urls')) to the root URLconf.",
                id="cookie_pages.E003",
            )
        ]
    return []


def check_failures(app_configs, databases=None, **kwargs):
    """With ``check --database default`` and after ``migrate``: what visitors aren't shown."""
    if DEFAULT_DB_ALIAS not in (databases or []):
        return []
    try:
        failures = list(unpublished())
    except DatabaseError:
        return []  # before the first migration
    return [
        checks.Warning(
            f"Visitors aren't shown what is published: {failure}",
            hint="Run manage.py publish_notices once the cause is mended.",
            id="cookie_pages.W002",
        )
        for failure in failures
    ]


def register_all():
    checks.register(check_failures, checks.Tags.database)
    checks.register(check_urls, checks.Tags.urls)
    checks.register(check_settings)
    checks.register(check_app_order)
    checks.register(check_countries)
    checks.register(check_raw_html)
    checks.register(check_ledger)
