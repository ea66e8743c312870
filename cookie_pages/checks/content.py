"""What visitors aren't shown, asked of the database: ``check --database default``, ``migrate``."""

from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.db import DEFAULT_DB_ALIAS, DatabaseError
from wagtail.models import Site

from .. import conf
from ..models import ConsentNotice
from ..notices.current import current_notice
from ..notices.publication import unpublished
from ..rules.names import is_within


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


def check_shared_domain(app_configs, databases=None, **kwargs):
    """Sites of one domain share a choice only while they ask for the same."""
    if DEFAULT_DB_ALIAS not in (databases or []):
        return []
    try:
        domain = conf.cookie_domain()
        if not domain:
            return []
        sites = [
            s
            for s in Site.objects.order_by("hostname")
            if is_within(s.hostname, domain)
        ]
        notices = [(site, current_notice(site.pk)) for site in sites]
    except (DatabaseError, ImproperlyConfigured):
        return []  # before the first migration, or said by another check
    if len({notice.question for _site, notice in notices if notice}) < 2:
        return []
    names = ", ".join(site.hostname for site, notice in notices if notice)
    return [
        checks.Warning(
            f"These sites of {domain} ask for different things, so they share no choice: {names}.",
            hint="Give them the same purposes and recipients, or leave out the setting "
            "COOKIE_PAGES_COOKIE_DOMAIN.",
            id="cookie_pages.W005",
        )
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
