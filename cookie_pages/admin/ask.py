"""Whom to ask, for who writes pages and declares no cookie."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils.translation import gettext as _

from ..models import Cookie


def whom_to_ask() -> str:
    """The groups whose members declare cookies; without one, the administrators."""
    groups = Group.objects.filter(
        permissions__content_type__app_label="cookie_pages",
        permissions__codename="change_cookie",
    ).distinct()
    names = [group.name for group in groups.order_by("name")]
    if names:
        return ", ".join(f"« {name} »" for name in names)
    users = get_user_model().objects.filter(is_superuser=True, is_active=True)
    found = ", ".join(user.get_username() for user in users.order_by("pk")[:3])
    return found or _("an administrator")


def may_declare(user) -> bool:
    policy = Cookie.snippet_viewset.permission_policy
    return policy.user_has_any_permission(user, {"add", "change"})
