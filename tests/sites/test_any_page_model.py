"""A site with a page model of its own for every page (``WAGTAIL_PAGE_MODEL``)."""

MODELS = """
from cookie_pages.models import CharterRow, CookieCharterMixin
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Page


class Charter(CookieCharterMixin, Page):
    content_panels = [*Page.content_panels, *CookieCharterMixin.charter_panels]


class Row(CharterRow):
    page = ParentalKey(Charter, on_delete=models.CASCADE, related_name="charter_rows")
"""


def test_a_charter_of_the_sites_own_from_the_readmes_words(site):
    site.add(MODELS, site.folder / "home/models.py")
    site.manage("makemigrations", "home", "--verbosity=0")
    site.manage("migrate", "--verbosity=0")
    assert "it works" in site.probe("home.Charter")
