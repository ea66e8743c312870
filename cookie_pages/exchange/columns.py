"""The columns of a file of declarations: a name that never changes, and how a cell is read."""

from functools import cache

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django_countries import countries
from django_countries.fields import CountryField
from wagtail.models import Locale, Site

from ..models import Cookie, Provider, Purpose

KINDS = {"purpose": Purpose, "provider": Provider, "cookie": Cookie}
HEAD = ("type", "key", "language", "published")
# Referred to by a name that people read: a purpose's slug, a provider's name.
REFERENCES = {"purpose": "slug", "embed_purpose": "slug", "provider": "name"}
YES = ("1", "true", "yes", "oui", "x")
NO = ("0", "false", "no", "non", "")


class Wrong(ValueError):
    """What is wrong with one cell, in words for who wrote it."""


@cache
def names_of(kind: str) -> tuple[str, ...]:
    """The fields of a kind that a file holds, in the order of its form."""
    model = KINDS[kind]
    words = set(model.TRANSLATED)
    decided = model.decided_fields()
    ordered = [
        f.name for f in model._meta.fields if f.name in words or f.name in decided
    ]
    return tuple(sorted(ordered, key=lambda name: name not in ("name", "slug")))


def all_names() -> list[str]:
    return list(dict.fromkeys([*HEAD, *(n for kind in KINDS for n in names_of(kind))]))


def heading(name: str) -> str:
    """The column's title, in the active language."""
    fixed = {
        "type": _("Type"),
        "key": _("Key"),
        "language": _("Language"),
        "published": pgettext("of a declaration", "Published"),
    }
    if name in fixed:
        return fixed[name]
    for model in (Cookie, Provider, Purpose):
        try:
            return capfirst(str(model._meta.get_field(name).verbose_name))
        except FieldDoesNotExist:
            continue
    raise KeyError(name)


@cache
def by_heading() -> dict[str, str]:
    """The column for each heading that a file may have: its name, or its title in a language."""
    known = {}
    for language in ("en", "fr"):
        with translation.override(language):
            for name in all_names():
                known.setdefault(heading(name).casefold(), name)
    return known | {name: name for name in all_names()}


def write(item, name: str):
    """The value of a field as text, or a number or a truth value where it is one."""
    if name in REFERENCES and name != "name":
        referred = getattr(item, name, None)
        return getattr(referred.source_version, REFERENCES[name]) if referred else ""
    value = getattr(item, name)
    if name == "sites":
        return " ".join(sites_of(value))
    if isinstance(value, list):
        return " ".join(value)
    if isinstance(value, bool | int) or value is None:
        return "" if value is None else value
    return str(value.code if hasattr(value, "code") else value)


def sites_of(keys: list[int]) -> list[str]:
    return [f"{s.hostname}:{s.port}" for s in Site.objects.filter(pk__in=keys)]


def parse(kind: str, name: str, text: str, referred):
    """The value for a field from a cell. ``referred``: finds what a name refers to.

    Raises ``Wrong``.
    """
    field = KINDS[kind]._meta.get_field(name)
    if name in REFERENCES and field.is_relation:
        return referred(name, text)
    if name == "sites":
        return [_site(one) for one in text.split()]
    if isinstance(field, models.JSONField):
        return text.split()
    if isinstance(field, models.BooleanField):
        return truth(text)
    if isinstance(field, CountryField):
        return _country(text)
    if isinstance(field, models.IntegerField) and not field.choices:
        return _number(text)
    if field.choices:
        return _choice(field, text)
    return text


def truth(text: str) -> bool:
    if text.casefold() in YES:
        return True
    if text.casefold() in NO:
        return False
    raise Wrong(_("“%(text)s” is neither yes nor no.") % {"text": text})


def _number(text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal():
        raise Wrong(_("“%(text)s” is no whole number.") % {"text": text})
    return int(text)


def _choice(field, text: str):
    if not text:
        return field.get_default() if not field.null else None
    for value, label in field.flatchoices:
        if text in (str(value), str(label)):
            return value
    known = ", ".join(str(value) for value, _label in field.flatchoices)
    words = {"text": text, "known": known}
    raise Wrong(_("“%(text)s” isn’t one of: %(known)s.") % words)


def _country(text: str) -> str:
    code = text.upper() if text.upper() in countries else countries.by_name(text)
    if text and not code:
        raise Wrong(_("“%(text)s” is no country.") % {"text": text})
    return code if text else ""


def _site(text: str) -> int:
    host, _colon, port = text.partition(":")
    sites = Site.objects.filter(hostname=host)
    site = (sites.filter(port=port) if port.isdecimal() else sites).first()
    if not site:
        raise Wrong(_("There is no site “%(text)s”.") % {"text": text})
    return site.pk


def locale_of(code: str) -> Locale:
    locale = Locale.objects.filter(language_code=code).first() if code else None
    if code and not locale:
        raise Wrong(_("The site has no language “%(text)s”.") % {"text": code})
    return locale or Locale.get_default()
