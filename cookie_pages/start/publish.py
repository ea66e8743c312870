"""Publishes what a start made, all of it or nothing, with the rules of one by one."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import capfirst

from ..models import ConsentBanner, Cookie, Provider, Purpose, Seeded
from ..models.declaration import Declaration
from .drafts import PREFIX

# What names others after what it names.
ORDER = (Purpose, Provider, Cookie, ConsentBanner)


def waiting() -> list:
    """The drafts of a start that aren't published yet, in every language, pages last."""
    found = [item for item in _made() if not item.live]
    return sorted(found, key=_order)


def why_not(items: list) -> list[str]:
    """Why some of ``items`` can't be published, with their names; empty where all can."""
    reasons = []
    for item in items:
        if not isinstance(item, Declaration):
            continue
        try:
            item.as_published()
        except ValidationError as error:
            kind = capfirst(item._meta.verbose_name)
            reasons += [f"{kind} “{item}”: {message}" for message in error.messages]
    return reasons


def publish(items: list, user=None) -> None:
    """Publish the latest draft of each of ``items``; ``why_not`` was asked before."""
    with transaction.atomic():
        for item in items:
            item.get_latest_revision().publish(user=user)


def _made() -> Iterator:
    for seeded in Seeded.objects.filter(key__startswith=PREFIX).order_by("made_at"):
        model = seeded.content_type.model_class()
        item = model and model._default_manager.filter(pk=seeded.object_id).first()
        if item:
            key = item.translation_key
            yield from model._default_manager.filter(translation_key=key).order_by("pk")


def _order(item) -> int:
    return ORDER.index(type(item)) if type(item) in ORDER else len(ORDER)
