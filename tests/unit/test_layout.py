"""Imports run one way, so that each layer can be read and tested without those above it."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "cookie_pages"

# What each module may import of the package, after the layers of the design.
LAYERS = [
    {"conf", "countries", "hosts", "wording", "origin"},
    {"blocks", "indexes"},
    {"models", "routers"},
    {
        "chain",
        "compiler",
        "differences",
        "exports",
        "flood",
        "usage",
        "seed",
        "submission",
    },
    {"memory"},
    {"notices"},
    {"choice", "deletion", "forecast", "groups", "lookup", "rollups"},
    {"consent"},
    {"rendering", "gates"},
    {"embeds"},
    {
        "views",
        "middleware",
        "panels",
        "reports",
        "templatetags",
        "choosers",
        "management",
        "signal_handlers",
    },
    {"urls", "viewsets", "checks", "themes"},
    {"wagtail_hooks", "apps"},
]
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}


def modules():
    for path in PACKAGE.rglob("*.py"):
        relative = path.relative_to(PACKAGE)
        if relative.parts[0] not in ("migrations", "static_src", "__init__.py"):
            yield path, relative.parts[0].removesuffix(".py")


def imported(path):
    """Dotted names that the module imports, wherever in it, made absolute."""
    package = ("cookie_pages", *path.relative_to(PACKAGE).parts[:-1])
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = (
                ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            )
            module = ".".join(part for part in (base, node.module) if part)
            yield from (f"{module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize(
    "path, name", sorted(modules()), ids=lambda value: str(value)[-40:]
)
def test_imports_go_down_only(path, name):
    for dotted in imported(path):
        first, _, rest = dotted.partition(".")
        assert first not in ("config", "home", "tests")
        own = rest.split(".")[0]
        if first == "cookie_pages" and own in RANK and own != name:
            assert RANK[own] < RANK[name], f"{name} imports {own}"


@pytest.mark.parametrize("name", ["models", "blocks", "notices", "consent"])
def test_what_visitors_need_imports_no_admin(name):
    for path, own in modules():
        if own == name:
            assert not [
                dotted for dotted in imported(path) if "wagtail.admin" in dotted
            ]


def test_every_module_has_its_layer():
    assert {name for _, name in modules()} <= set(RANK)


def test_site_is_a_path_entry_and_never_a_package():
    assert not (ROOT / "site" / "__init__.py").exists()
