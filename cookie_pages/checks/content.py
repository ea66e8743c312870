"""What visitors aren't shown, asked of the database: ``check --database default``, ``migrate``."""

from django.core import checks
from django.db import DEFAULT_DB_ALIAS, DatabaseError
from wagtail.models import Site

from ..models import ConsentNotice
from ..notices.publication import unpublished


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


def check_published(app_configs, databases=None, **kwargs):
    """A new site asks for nothing, and nothing in it says why."""
    if DEFAULT_DB_ALIAS not in (databases or []):
        return []
    try:
        if ConsentNotice.objects.exists() or not Site.objects.exists():
            return []
    except DatabaseError:
        return []  # before the first migration
    return [
        checks.Warning(
            "No notice is published yet: no page shows a banner, and gated content stays off.",
            hint="Publish a banner and a purpose under « Cookies » in the admin.",
            id="cookie_pages.W003",
        )
    ]
