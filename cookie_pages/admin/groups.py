"""The group of the data-protection officer: reads the proof, edits nothing."""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import connections, router
from django.utils import translation
from django.utils.translation import gettext as _

from ..models import Seeded
from ..seed import once

CODENAMES = [
    "view_consentnotice",
    "view_consentrecord",
    "view_seencookie",
    "view_auditrun",
    "add_auditrun",
]


def make_officers_group(using, **kwargs) -> None:
    """Make the group after the first migration; later migrations leave it as it is."""
    if using != router.db_for_write(Group):
        return
    # Some may not be there yet, where apps are migrated one by one, or not any more.
    tables = connections[using].introspection.table_names()
    if not {model._meta.db_table for model in (Group, Permission, Seeded)} <= {*tables}:
        return
    own = Permission.objects.filter(
        content_type__app_label="cookie_pages", codename__in=CODENAMES
    )
    if own.count() == len(CODENAMES):
        once("group:officer", lambda: _make(own))


def _make(own):
    with translation.override(settings.LANGUAGE_CODE):
        group, _made = Group.objects.get_or_create(name=_("Data-protection officer"))
    access = Permission.objects.filter(
        content_type__app_label="wagtailadmin", codename="access_admin"
    )
    group.permissions.add(*own, *access)
    return group
