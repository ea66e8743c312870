"""Who does what: groups that write, that publish, and that read the proof."""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import connections, router
from django.utils import translation
from django.utils.translation import gettext_lazy
from wagtail.models import GroupPagePermission

from ..models import CookieCharterMixin, Seeded
from ..models.base_page import BasePage
from . import once

OFFICER = [
    "view_consentnotice",
    "view_consentrecord",
    "view_seencookie",
    "view_auditrun",
    "add_auditrun",
]
DECLARED = ("purpose", "provider", "cookie", "consentbanner")
WRITER = [
    "view_seencookie",
    *(f"{action}_{kind}" for kind in DECLARED for action in ("add", "change")),
]
PUBLISHER = [
    *WRITER,
    *OFFICER,
    "change_cookiesettings",
    *(
        f"{action}_{kind}"
        for kind in DECLARED
        for action in ("publish", "delete", "lock", "unlock")
    ),
]
GROUPS = {
    "officer": (gettext_lazy("Data-protection officer"), OFFICER),
    "writer": (gettext_lazy("Cookie writers"), WRITER),
    "publisher": (gettext_lazy("Cookie publishers"), PUBLISHER),
}
# What each role may do with the pages that are charters.
PAGES = {"writer": ["change_page"], "publisher": ["change_page", "publish_page"]}
# As they stand in the form of a group, below the kind that each is for.
NAMES = {
    "publish": gettext_lazy("Can publish: %(kind)s"),
    "lock": gettext_lazy("Can lock: %(kind)s"),
    "unlock": gettext_lazy("Can unlock: %(kind)s"),
    "view": gettext_lazy("Can view: %(kind)s"),
    "add": gettext_lazy("Can add: %(kind)s"),
    "change": gettext_lazy("Can change: %(kind)s"),
    "delete": gettext_lazy("Can delete: %(kind)s"),
}


def after_migrate(using, **kwargs) -> None:
    """Make the officers' group once, and say permissions in the site's language."""
    if using != router.db_for_write(Group):
        return
    # Some may not be there yet, where apps are migrated one by one, or not any more.
    tables = connections[using].introspection.table_names()
    if not {model._meta.db_table for model in (Group, Permission, Seeded)} <= {*tables}:
        return
    with translation.override(settings.LANGUAGE_CODE):
        name_permissions()
        if _permissions(OFFICER).count() == len(OFFICER):
            make_group("officer")


def _permissions(codenames):
    return Permission.objects.filter(
        content_type__app_label="cookie_pages", codename__in=codenames
    )


def make_group(role: str) -> Group | None:
    """The group of the role: made once, then left as it is; None if it was deleted since."""
    name, codenames = GROUPS[role]

    def make():
        group, _made = Group.objects.get_or_create(name=str(name))
        access = Permission.objects.filter(
            content_type__app_label="wagtailadmin", codename="access_admin"
        )
        group.permissions.add(*_permissions(codenames), *access)
        return group

    return once(f"group:{role}", make)


def make_groups() -> dict[str, Group | None]:
    """Each role's group, with its rights on the charters, in the site's language."""
    with translation.override(settings.LANGUAGE_CODE):
        groups = {role: make_group(role) for role in GROUPS}
    for charter in BasePage.objects.type(CookieCharterMixin):
        for role, codenames in PAGES.items():
            for codename in codenames if groups[role] else []:
                _allow(groups[role], charter, codename)
    return groups


def _allow(group, page, codename) -> None:
    permission = Permission.objects.get(
        content_type__app_label="wagtailcore",
        content_type__model="page",
        codename=codename,
    )
    GroupPagePermission.objects.get_or_create(
        group=group, page_id=page.pk, permission=permission
    )


def name_permissions() -> None:
    """Django writes their names in English, once for all: these are in the active language."""
    own = Permission.objects.filter(content_type__app_label="cookie_pages")
    renamed = []
    for permission in own.select_related("content_type"):
        action = permission.codename.partition("_")[0]
        model = permission.content_type.model_class()
        if model is None or action not in NAMES:
            continue
        name = str(NAMES[action]) % {"kind": model._meta.verbose_name}
        if permission.name != name:
            permission.name = name
            renamed.append(permission)
    Permission.objects.bulk_update(renamed, ["name"])
