"""What two notices say differently, in words that an editor or an officer can read."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.template.defaultfilters import yesno
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ..models import ConsentBanner, Cookie, CookieSettings, Provider, Purpose
from ..rules.languages import language_in_words

MODELS = {
    "banner": ConsentBanner,
    "purposes": Purpose,
    "providers": Provider,
    "cookies": Cookie,
}
# The country is said by its name, and a name says who is meant.
UNSAID = ("id", "country", "slug", "lang")
# Where a notice's word isn't the field's own name.
FIELDS = {
    "country_name": "country",
    "charter_url": "charter",
    "privacy_url": "privacy_page",
    "transfers": "transfer_country",
}


class Text(NamedTuple):
    """A text, where it stands, and what must differ for it to be another."""

    where: tuple[str, ...]
    text: str
    meaning: object


NOTHING = Text((), "", "")


def differences(before: dict, after: dict) -> list[dict]:
    """For each thing that two notices' contents say differently: where, before and after.

    ``where``: words from the language down to the field. ``before`` and ``after``: text, empty
    where a notice doesn't say it. In the order of ``after``, then what it says no more.
    """
    old, new = dict(_flat(before, after)), dict(_flat(after, before))
    changes = []
    for key in [*new, *(key for key in old if key not in new)]:
        was, now = old.get(key, NOTHING), new.get(key, NOTHING)
        if was.meaning != now.meaning:
            # Texts of which only the markup differs are shown with it.
            shown = "meaning" if was.text == now.text else "text"
            changes.append(
                {
                    "where": now.where or was.where,
                    "before": str(getattr(was, shown)),
                    "after": str(getattr(now, shown)),
                }
            )
    return changes


def _flat(data: dict, other: dict) -> Iterator[tuple[tuple, Text]]:
    """Each text of a notice, by a key that a change of words leaves alone.

    What ``other`` says alike is left out, however much it is.
    """
    first = data["default_language"]
    for code, shown in sorted(
        data["languages"].items(), key=lambda item: item[0] != first
    ):
        others = other["languages"].get(code, {})
        yield from _fields(
            (code,), (language_in_words(code),), shown, others, CookieSettings
        )


def _fields(
    key: tuple, where: tuple[str, ...], data: dict, others: dict, model: type[Model]
) -> Iterator[tuple[tuple, Text]]:
    for name, value in data.items():
        other = others.get(name)
        if name in UNSAID or (value == other and name in others):
            continue
        if isinstance(value, dict):
            inner = MODELS.get(name, model)
            place = (*where, _label(model, name))
            yield from _fields((*key, name), place, value, other or {}, inner)
        elif isinstance(value, list) and name in MODELS:
            yield from _items((*key, name), where, value, other or [], MODELS[name])
        else:
            text = _text(model, name, value)
            yield (*key, name), Text((*where, _label(model, name)), text, value or "")


def _own_key(item: dict) -> Any:
    return item.get("id") or item.get("slug") or (item["name"], item["host"])


def _items(
    key: tuple,
    where: tuple[str, ...],
    items: list[dict],
    others: list[dict],
    model: type[Model],
) -> Iterator[tuple[tuple, Text]]:
    own_keys = [_own_key(item) for item in items]
    other_items = {_own_key(item): item for item in others}
    # One line for all that is new or gone, not one for each of its words; else for the order.
    only = [
        item
        for own, item in zip(own_keys, items, strict=True)
        if own not in other_items
    ]
    is_moved = set(own_keys) == set(other_items) and own_keys != list(other_items)
    if listed := items if is_moved else only:
        names = ", ".join(item["name"] for item in listed)
        where_all = (*where, str(capfirst(model._meta.verbose_name_plural)))
        yield key, Text(where_all, names, tuple(map(_own_key, listed)))
    for own, item in zip(own_keys, items, strict=True):
        other = other_items.get(own, item)
        if item != other:
            yield from _fields((*key, own), (*where, item["name"]), item, other, model)


@cache
def _choices(model: type[Model], name: str) -> dict:
    field = _field(model, name)
    return dict(field.flatchoices) if field and field.flatchoices else {}


@cache
def _field(model: type[Model], name: str) -> Any:
    """The field that holds the text, or None where there is none of that name."""
    for candidate in (FIELDS.get(name, name), f"{name}_label", f"controller_{name}"):
        try:
            return model._meta.get_field(candidate)
        except FieldDoesNotExist:
            continue
    return None


def _label(model: type[Model], name: str) -> str:
    words = {
        "banner": _("Banner"),
        "controller": _("Controller"),
        "name": capfirst(_("name")),
        "retention": _("Retention"),
        "can_be_refused": _("Can be refused"),
        "google_consent_types": _("Google consent mode"),
    }
    field = _field(model, name)
    return words.get(name) or capfirst(str(field.verbose_name) if field else name)


def _text(model: type[Model], name: str, value: Any) -> str:
    if isinstance(value, bool):
        return str(yesno(value))
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return strip_tags(str(_choices(model, name).get(value, value)))
