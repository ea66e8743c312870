"""The model that all pages of the site are: Wagtail's, or its own (``WAGTAIL_PAGE_MODEL``)."""

from importlib import import_module

import swapper
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from wagtail.models import Page

BASE_PAGE_NAME = swapper.get_model_name("wagtailcore", "Page")


def _base_page():
    if not swapper.is_swapped("wagtailcore", "Page"):
        return Page
    app, _dot, _model = BASE_PAGE_NAME.partition(".")
    # It may stand below this app in INSTALLED_APPS.
    import_module(f"{apps.get_app_config(app).name}.models")
    try:
        return apps.get_model(BASE_PAGE_NAME, require_ready=False)
    except LookupError as error:
        raise ImproperlyConfigured(
            f"WAGTAIL_PAGE_MODEL is {BASE_PAGE_NAME!r}, which isn't there yet when cookie_pages "
            "needs it: let that model stand in an app whose models import nothing of cookie_pages."
        ) from error


BasePage = _base_page()
