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
    address = shown["charter_url"]
    if address[:1] == "/":
        address = get_script_prefix().rstrip("/") + address
    return shown | {"charter_url": address}
