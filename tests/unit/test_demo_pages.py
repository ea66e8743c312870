"""What each page of the demo site is for a visitor."""

import pytest

pytestmark = pytest.mark.django_db
PAGES = [
    "/",
    "/charte-cookies/",
    "/decouvrir/",
    "/en/",
    "/en/cookie-charter/",
    "/en/discover/",
]


@pytest.mark.parametrize("address", PAGES)
def test_every_page_answers_without_a_cookie_and_may_be_cached(
    demo_content, client, address
):
    """C1, C37."""
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    assert "Vary" not in response.headers


def test_the_language_of_a_page_is_its_paths(demo_content, client):
    client.cookies["django_language"] = "en"
    assert '<html lang="fr">' in client.get("/").content.decode()
    assert '<html lang="en">' in client.get("/en/").content.decode()


def test_the_video_and_the_script_are_inert(demo_content, client):
    """C39."""
    content = client.get("/decouvrir/").content.decode()
    for found in ("<iframe", "statistics.js"):
        before = content[: content.index(found)]
        assert before.rindex("<template data-consent") > before.rfind("</template>")
