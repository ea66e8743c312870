"""What a visitor's page costs: bytes, queries, requests. Tighten when beaten, never loosen."""

import gzip
import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cookie_pages
from cookie_pages.models import ConsentBanner
from cookie_pages.static_src import build

STATIC = Path(cookie_pages.__file__).parent / "static" / "cookie_pages"
GZIP_BYTES = {
    "banner.js": 1360,
    "panel.js": 1650,
    "forget.js": 640,
    "state.js": 1560,
    "banner.css": 670,
    "state.css": 400,
    "page.css": 1120,
    "signals.js": 400,
}


@pytest.mark.parametrize("name, most", GZIP_BYTES.items())
def test_a_static_file_stays_small(name, most):
    assert len(gzip.compress((STATIC / name).read_bytes(), 9)) <= most


def test_a_first_visitor_who_opens_the_panel_gets_three_thousand_bytes_at_most():
    files = [(STATIC / name).read_bytes() for name in ("banner.js", "panel.js")]
    assert sum(len(gzip.compress(content, 9)) for content in files) <= 3000


def test_what_is_served_was_made_from_its_source():
    """Otherwise run ``make assets``."""
    assert build.digests() == json.loads(build.RECORD.read_text())


def test_every_static_file_has_a_budget():
    assert {path.name for path in STATIC.iterdir()} == set(GZIP_BYTES)


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
