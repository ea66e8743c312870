"""What a visitor's page costs: bytes, queries, requests. Tighten when beaten, never loosen."""

import gzip
from hashlib import sha256
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cookie_pages
from cookie_pages.models import ConsentBanner

STATIC = Path(cookie_pages.__file__).parent / "static" / "cookie_pages"
GZIP_BYTES = {
    "banner.js": 2998,
    "gate.js": 660,
    "panel.js": 800,
    "deletion.js": 864,
    "banner.css": 670,
    "page.css": 856,
    "gate.css": 470,
    "consent-mode.js": 325,
    # Where a site opts in.
    "sentinel.js": 580,
    "account.js": 590,
    # Of the admin alone.
    "known.js": 800,
}


THEME = STATIC.parents[1] / "themes" / "dsfr" / "static" / "cookie_pages_dsfr"
THEME_GZIP_BYTES = {"dsfr.js": 550, "dsfr.css": 470}


@pytest.mark.parametrize("name, most", GZIP_BYTES.items())
def test_a_static_file_stays_small(name, most):
    assert len(gzip.compress((STATIC / name).read_bytes(), 9)) <= most


@pytest.mark.parametrize("name, most", THEME_GZIP_BYTES.items())
def test_a_file_of_the_dsfr_theme_stays_small(name, most):
    assert len(gzip.compress((THEME / name).read_bytes(), 9)) <= most


def test_what_is_served_was_made_from_its_source():
    """Otherwise run ``make assets``."""
    package = STATIC.parents[1]
    lines = (package / "static_src" / "built.sha256").read_text().splitlines()
    digests = {
        path: digest for digest, _, path in (line.partition("  ") for line in lines)
    }
    sources = (package / "static_src").glob("*.[cj]s*")
    files = [
        *(path for path in sources if path.suffix != ".json"),
        *STATIC.iterdir(),
        *THEME.iterdir(),
    ]
    assert digests == {
        path.relative_to(package).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def test_every_static_file_has_a_budget():
    assert {path.name for path in STATIC.iterdir()} == set(GZIP_BYTES)
    assert {path.name for path in THEME.iterdir()} == set(THEME_GZIP_BYTES)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/", "/decouvrir/", "/en/discover/", "/connexion/"]
)
def test_a_warm_page_costs_no_query_more_than_without_the_banner(
    client, publish_now, address
):
    call_command("demo", verbosity=0)
    publish_now()

    def queries(banner):
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            content = client.get(address).content
        assert (b'id="cookie-banner"' in content) == banner
        return len(captured)

    with_banner = queries(True)
    ConsentBanner.objects.update(live=False)
    publish_now()
    assert with_banner == queries(False)
