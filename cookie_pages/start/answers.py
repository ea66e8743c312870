"""What the guided start asks, and what it says that it made."""

from enum import StrEnum
from typing import NamedTuple

from django.db import models
from wagtail.models import Site


class Answers(NamedTuple):
    """Who is responsible for ``site``, whom to ask, its privacy policy's page, and the keys of
    the services that it uses."""

    site: Site
    controller: str = ""
    contact: str = ""
    privacy_page: models.Model | None = None
    services: tuple[str, ...] = ()


class State(StrEnum):
    NEW = "new"
    THERE = "there"
    DELETED = "deleted"
    REFUSED = "refused"  # not allowed there, or to this user


class Made(NamedTuple):
    """One thing of the draft: what it is, its name, the languages that it is written in."""

    kind: str
    name: str
    languages: tuple[str, ...]
    state: State
    item: models.Model | None
