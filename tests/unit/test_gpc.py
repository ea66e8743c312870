"""``/.well-known/gpc.json`` says what the site does with Global Privacy Control."""

import pytest

from cookie_pages.models import Purpose
from tests.factories import make_site_content

pytestmark = pytest.mark.django_db
ADDRESS = "/.well-known/gpc.json"


@pytest.mark.parametrize("refuses", [True, False])
def test_it_says_whether_a_purpose_is_refused_by_the_signal(
    client, publish_now, refuses
):
    make_site_content()
    Purpose.objects.filter(needs_consent=True).update(refused_by_browser=refuses)
    notice = publish_now()
    response = client.get(ADDRESS)
    assert response.json() == {
        "gpc": refuses,
        "lastUpdate": notice.published_at.date().isoformat(),
    }
    assert response["Content-Type"] == "application/json"
    assert "public" in response["Cache-Control"]


def test_a_site_that_asks_nothing_says_nothing(client):
    assert client.get(ADDRESS).status_code == 404


def test_it_is_read_only(client):
    assert client.post(ADDRESS).status_code == 405
