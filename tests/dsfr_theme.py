"""The State design system's theme, and the design system's own files as a site has them."""

import copy
import os
import subprocess
import sys
import zipfile
from functools import lru_cache
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

import cookie_pages
from cookie_pages.notices import render

ROOT = Path(__file__).resolve().parents[1]
THEME = Path(cookie_pages.__file__).parent / "themes" / "dsfr"
TEMPLATES = [ROOT / "templates" / "dsfr", THEME / "templates"]
CACHE = ROOT / "var" / "dsfr"
# The design system's version, and the release of django-dsfr that holds it.
RELEASES = {"1.12.1": "1.4.5", "1.14.4": "3.6.1"}
HELP = """
The State design system {version} could not be fetched (django-dsfr {release} from the package
index). Unpack its dist folder yourself and name it: DSFR_DIST={version}=/path/to/dist
"""


@lru_cache
def own_folders() -> dict:
    """Folders that the environment names, such as ``DSFR_DIST=1.15.3=/path/to/dist``."""
    named = os.environ.get("DSFR_DIST", "").split(",")
    return {
        version: Path(folder)
        for version, _, folder in (item.partition("=") for item in named if item)
    }


VERSIONS = sorted({*RELEASES, *own_folders()})


@lru_cache
def dist(version: str) -> Path:
    """The folder of the design system's ``version``, fetched once for this checkout."""
    if version in own_folders():
        return own_folders()[version]
    folder, release = CACHE / version, RELEASES[version]
    if not folder.exists():
        fetch = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        fetch += [f"django-dsfr=={release}", "--dest", CACHE]
        done = subprocess.run(fetch, capture_output=True, text=True)
        found = list(CACHE.glob(f"django_dsfr-{release}-*.whl"))
        if done.returncode or not found:
            pytest.fail(HELP.format(version=version, release=release) + done.stderr)
        with zipfile.ZipFile(found[0]) as wheel:
            wheel.extractall(folder)
    return folder / "dsfr" / "static" / "dsfr" / "dist"


def forget():
    render._kept_banner.cache_clear()
    render._kept_panel.cache_clear()


@pytest.fixture
def dsfr_theme(settings):
    """The demo site as ``make run THEME=dsfr`` shows it."""
    # As an app of INSTALLED_APPS has them.
    settings.STATICFILES_DIRS = [THEME / "static"]
    finders.get_finder.cache_clear()
    settings.TEMPLATES = copy.deepcopy(settings.TEMPLATES)
    settings.TEMPLATES[0]["DIRS"] = [*TEMPLATES, *settings.TEMPLATES[0]["DIRS"]]
    policy = copy.deepcopy(settings.CONTENT_SECURITY_POLICY)
    policy["DIRECTIVES"]["img-src"] = ["'self'", "data:"]
    settings.CONTENT_SECURITY_POLICY = policy
    forget()
    yield
    forget()
    finders.get_finder.cache_clear()
