"""What stands behind « Customise » has an address of its own, and no page grows with it."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cookie_pages.models import ConsentBanner
from tests.factories import make_cookie, make_provider, make_purpose, make_site_content

pytestmark = pytest.mark.django_db


def address_on(client):
    page = BeautifulSoup(client.get("/nowhere/").content, "html.parser")
    return page.find(id="cookie-banner")["data-panel"]


@pytest.fixture
def published(publish_now):
    banner, _ = make_site_content()
    publish_now()
    return banner


def test_it_is_the_same_for_all_and_kept_for_a_year(client, published):
    address = address_on(client)
    client.get(address)
    client.cookies["cookies_preferences"] = "terms=1&at=1&statistics=1"
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    assert len(captured) == 0
    assert response.status_code == 200
    assert "immutable" in response["Cache-Control"]
    assert "public" in response["Cache-Control"]
    assert "Vary" not in response.headers
    assert not response.cookies
    assert response["X-Robots-Tag"] == "noindex"
    panel = BeautifulSoup(response.content, "html.parser").dialog
    assert panel["id"] == "cookie-panel"
    assert "_pk_id" in panel.get_text()


def test_another_word_is_another_address_and_the_old_one_still_answers(
    client, published, publish_now
):
    before = address_on(client)
    ConsentBanner.objects.update(save_label="Save these")
    publish_now()
    after = address_on(client)
    assert before != after
    assert "Save these" in client.get(after).content.decode()
    old = client.get(before)
    assert "Save these" not in old.content.decode()
    wrong = client.get(after.replace(after.split("/")[-2], "000000000000"))
    assert "immutable" not in wrong["Cache-Control"]


@pytest.mark.parametrize("path", ["9/fr/x/", "1/xx/x/", "99999999999999999999/fr/x/"])
def test_what_never_was_is_404(client, published, path):
    assert client.get(f"/cookies/panel/{path}").status_code == 404


def test_a_page_does_not_grow_with_what_is_declared(client, published, publish_now):
    client.get("/nowhere/")
    before = len(client.get("/nowhere/").content)
    purpose = make_purpose("more")
    publish_now()
    with_purpose = len(client.get("/nowhere/").content)
    for number in range(50):
        provider = make_provider(f"Provider {number}")
        make_cookie(f"cookie{number}", purpose, provider)
    publish_now()
    after = len(client.get("/nowhere/").content)
    assert after <= with_purpose + 20  # the number of providers is a longer word
    assert with_purpose < before + 400


def test_the_proof_keeps_both(published, publish_now):
    from cookie_pages.models import ConsentNotice

    rendered = ConsentNotice.objects.first().data["rendered"]["fr"]
    assert 'id="cookie-banner"' in rendered
    assert 'id="cookie-panel"' in rendered
