"""Addresses in a notice don't depend on where the process that compiled it is mounted."""

from collections.abc import Generator
from contextlib import contextmanager

from django.urls import get_script_prefix, set_script_prefix


@contextmanager
def without_script_prefix() -> Generator[None]:
    """Reverse addresses as on a site mounted at ``/``: a command knows no other."""
    before = get_script_prefix()
    set_script_prefix("/")
    try:
        yield
    finally:
        set_script_prefix(before)


def located(shown: dict) -> dict:
    """What is ``shown``, with its addresses below where this process's site is mounted."""
    prefix = get_script_prefix().rstrip("/")
    addresses = {name: shown.get(name, "") for name in ("charter_url", "privacy_url")}
    return shown | {
        name: prefix + address if address[:1] == "/" else address
        for name, address in addresses.items()
    }
