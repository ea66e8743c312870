"""What the documentation shows runs, and what it names is there."""

import re
import runpy
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.template import Template
from django.template.loader import get_template
from django.urls import reverse
from django.utils import translation

import cookie_pages

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PACKAGE = Path(cookie_pages.__file__).parent
SOURCES = "".join(
    path.read_text(encoding="utf-8")
    for path in PACKAGE.rglob("*")
    if path.suffix in (".html", ".py", ".js", ".css")
    and "node_modules" not in path.parts
)


def test_the_table_of_findings_says_what_the_code_says():
    """Otherwise run ``python docs/audit_page.py``."""
    page = runpy.run_path(str(ROOT / "docs/audit_page.py"))
    with translation.override("en"):
        assert page["PAGE"].read_text(encoding="utf-8") == page["text"]()


def test_the_table_of_languages_says_what_the_catalogues_say():
    """Otherwise run ``python docs/languages_page.py``."""
    page = runpy.run_path(str(ROOT / "docs/languages_page.py"))
    assert page["PAGE"].read_text(encoding="utf-8") == page["text"]()


def samples(language):
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for number, code in enumerate(
            re.findall(rf"```{language}\n(.*?)```", text, re.S)
        ):
            yield pytest.param(code, id=f"{page.stem}-{number}")


def named(pattern):
    return {name for page in PAGES for name in re.findall(pattern, page.read_text())}


@pytest.mark.parametrize(
    "code", [c for c in samples("python") if "ParentalKey" not in c.values[0]]
)
def test_python_runs(code):
    names = {"DATABASES": {"default": {}}}
    exec(compile(code, "sample", "exec"), names)
    for function in names.values():
        if getattr(function, "__name__", "") == "purge":
            from cookie_pages.signals import notice_published

            assert notice_published.disconnect(function)


@pytest.mark.parametrize("code", samples("django"))
def test_templates_compile(code):
    assert Template(code).nodelist


@pytest.mark.parametrize("code", samples("css"))
def test_each_custom_property_is_read(code):
    for name in re.findall(r"--cookie-[\w-]+(?=:)", code):
        assert f"var({name}" in SOURCES, name


def test_each_template_that_may_be_replaced_is_there():
    text = (ROOT / "docs/templates.md").read_text()
    section = text.split("## Templates that you may replace")[1].split("##")[0]
    names = re.findall(r"`(\w+\.html)`", section)
    assert len(names) > 10
    for name in names:
        get_template(f"cookie_pages/{name}")


def test_each_attribute_and_event_is_there():
    text = (ROOT / "docs/templates.md").read_text()
    attributes = re.findall(r"^\| `(data-[\w-]+)` \|", text, re.M)
    assert len(attributes) == 7
    for name in attributes:
        assert name in SOURCES
    for name in set(re.findall(r"cookie-pages:\w+", text)):
        assert name in SOURCES


def test_each_setting_is_there():
    assert named(r"COOKIE_PAGES_[A-Z_]*[A-Z]") <= set(
        re.findall(r"COOKIE_PAGES_[A-Z_]*[A-Z]", (PACKAGE / "conf.py").read_text())
    )


def test_each_command_is_there():
    known = {name for name, app in get_commands().items()}
    assert named(r"manage\.py (\w+)") <= known


def test_each_check_is_explained():
    explained = set(
        re.findall(
            r"^\| `([EW]\d{3})` \|", (ROOT / "docs/install.md").read_text(), re.M
        )
    )
    assert explained == set(re.findall(r'id="cookie_pages\.([EW]\d{3})"', SOURCES))


def test_each_link_leads_somewhere():
    for page in PAGES:
        for link in re.findall(r"\]\(((?!https?:)[^)#]+)", page.read_text()):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_each_address_is_there():
    for name in ("consent", "notice", "preferences", "receipt"):
        assert reverse(f"cookie_pages:{name}")


def test_the_settings_page_says_what_the_code_says():
    """Otherwise run ``python docs/settings_page.py``."""
    page = runpy.run_path(str(ROOT / "docs/settings_page.py"))
    assert page["PAGE"].read_text() == page["text"]()


def test_each_situation_is_tried():
    names = set(
        re.findall(r"\| `(test_\w+\.py)` \|", (ROOT / "docs/install.md").read_text())
    )
    assert names == {path.name for path in (ROOT / "tests/sites").glob("test_*.py")}
