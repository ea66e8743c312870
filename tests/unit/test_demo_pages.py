"""What each page of the demo site is for a visitor."""

import pytest
from bs4 import BeautifulSoup

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


def test_footers_are_in_the_same_order_in_both_languages(demo_content, client):
    def order(address):
        page = BeautifulSoup(client.get(address).content, "html.parser")
        return [link["href"] for link in page.select("footer li a")][:3]

    assert order("/") == [
        "/charte-cookies/",
        "/politique-de-confidentialite/",
        "/mentions-legales/",
    ]
    assert order("/en/") == [
        "/en/cookie-charter/",
        "/en/privacy-policy/",
        "/en/legal-notice/",
    ]


def test_the_way_to_the_other_language_leaves_the_preferences_page_there(
    demo_content, client
):
    page = BeautifulSoup(client.get("/cookies/?language=en").content, "html.parser")
    assert page.find("a", string="Français") or "Français" in page.header.get_text()
