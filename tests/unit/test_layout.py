"""What import-linter's layers (see pyproject.toml) can't say of the layout."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "cookie_pages"
ADMIN = re.compile(r"^\s*(from|import) wagtail\.admin\b", re.MULTILINE)


@pytest.mark.parametrize(
    "room", ["blocks", "consent", "gates", "ledger", "models", "notices", "views"]
)
def test_what_visitors_need_imports_no_admin(room):
    modules = list((PACKAGE / room).rglob("*.py"))
    assert modules
    assert not [path for path in modules if ADMIN.search(path.read_text())]


def test_each_room_says_what_comes_in_and_what_goes_out():
    rooms = [path for path in PACKAGE.iterdir() if (path / "__init__.py").exists()]
    told = {
        path.name for path in rooms if (path / "__init__.py").read_text()[:3] == '"""'
    }
    assert told >= {path.name for path in rooms} - {"management", "migrations"}


def test_the_root_keeps_only_what_django_and_wagtail_look_for():
    assert {path.stem for path in PACKAGE.glob("*.py")} == {
        "__init__",
        "apps",
        "conf",
        "middleware",
        "routers",
        "signal_handlers",
        "signals",
        "urls",
        "wagtail_hooks",
    }


def test_site_is_a_path_entry_and_never_a_package():
    assert not (ROOT / "site" / "__init__.py").exists()
