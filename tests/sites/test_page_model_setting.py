"""A site whose every page is of its own model: collected where Wagtail has that setting."""

import pytest

from .test_any_page_model import OWN


@pytest.mark.parametrize(
    "charter, place",
    [("home.Charter", "append"), ("cookie_pages.CookieCharterPage", "insert(0, ...)")],
)
def test_a_site_with_a_page_model_of_its_own(site, charter, place):
    add = place.replace("append", "append('wagtail.test.basepage')")
    add = add.replace("...", "'wagtail.test.basepage'")
    site.add(f"INSTALLED_APPS.{add}\nWAGTAIL_PAGE_MODEL = 'basepage.BasePage'")
    models = site.folder / "home/models.py"
    site.replace(
        "from wagtail.models import Page",
        "from wagtail.test.basepage.models import BasePage as Page",
        models,
    )
    imported = "from wagtail.models import Page"
    assert imported in OWN
    site.add(OWN.replace(imported, ""), models)
    for migration in (site.folder / "home/migrations").glob("0*.py"):
        migration.unlink()
    base = site.folder / "mysite/templates/basepage/base_page.html"
    site.add('{% extends "base.html" %}', base)
    (site.folder / "db.sqlite3").unlink()
    site.manage("makemigrations", "home", "--verbosity=0")
    site.manage("migrate", "--verbosity=0")
    assert "no issues" in site.manage("check")
    site.manage("makemigrations", "--check", "--dry-run")
    assert "it works" in site.probe(charter)
