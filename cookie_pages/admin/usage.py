"""What uses a declaration, so that it isn't deleted under it."""

from django.db.models import ProtectedError
from django.utils.translation import gettext as _
from wagtail.models import ReferenceIndex

from ..models import CharterRow, Cookie, Provider, Purpose

SHOWN = 5


def uses_of(instance) -> list:
    """The objects that refer to ``instance``, after Wagtail's own index of references."""
    return [
        user for user, _references in ReferenceIndex.get_grouped_references_to(instance)
    ]


def needed_by(instance) -> list:
    """The rows of the database that would be deleted with ``instance``."""
    if isinstance(instance, Purpose | Provider):
        return list(instance.cookies.all())
    if isinstance(instance, Cookie):
        models = CharterRow.__subclasses__()
        return [
            row for model in models for row in model.objects.filter(cookie=instance)
        ]
    return []


def why_in_use(instance) -> str:
    """Why ``instance`` can't be deleted, and what to do; empty if nothing uses it."""
    users = uses_of(instance)
    if not users:
        return ""
    names = ", ".join(f"{user._meta.verbose_name} « {user} »" for user in users[:SHOWN])
    if len(users) > SHOWN:
        names += ", …"
    return _(
        "“%(name)s” is in use and was not deleted. Take it out of these first, or unpublish it: "
        "%(users)s."
    ) % {"name": instance, "users": names}


def protect(instance, **kwargs):
    """Refuse a deletion that would take others with it, whoever asks for it."""
    needed = needed_by(instance)
    if needed:
        raise ProtectedError(f"“{instance}” is in use.", set(needed))
