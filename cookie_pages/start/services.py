"""Services that sites use most, as the first draft declares them."""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..known.known import Known
from ..known.own import own

# The word of the list of known cookies for a purpose.
KINDS = {"videos": "video", "audience": "audience", "social": "social"}


@dataclass(frozen=True)
class Service:
    """A third party's service: whom a declaration names, for which purpose, and what tells it.

    ``marks``: patterns of which one is in a page or a template that uses it; ``finds_hosts``:
    whether anyone may host it, so that its hosts are those that pages name; ``safeguard``: the
    key of a ready-made wording.
    """

    key: str
    name: str
    role: str
    purpose: str
    marks: tuple[str, ...]
    platform: str = ""
    legal_name: str = ""
    country: str = ""
    transfer_country: str = ""
    safeguard: str = ""
    policy_url: str = ""
    embed_hosts: tuple[str, ...] = ()
    finds_hosts: bool = False

    def is_in(self, text: str) -> bool:
        return any(re.search(mark, text) for mark in self.marks)

    def cookies(self, language: str) -> list[Known]:
        """What it is known to store for the purpose, in French for ``fr``, else in English."""
        platform, kind = self.platform or self.name, KINDS.get(self.purpose)
        return [
            item
            for item in own(language)
            if item.platform == platform and item.kind == kind
        ]


@cache
def services() -> dict[str, Service]:
    """All of ``services.json`` by key, in the order in which they are asked about."""
    rows = json.loads(files(__package__).joinpath("services.json").read_text("utf-8"))
    return {row["key"]: Service(**_frozen(row)) for row in rows}


def _frozen(row: dict) -> dict:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
