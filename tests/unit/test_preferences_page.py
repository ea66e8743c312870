"""The preferences page is the whole choice without JavaScript; notice.json is the notice."""

import time
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.utils import translation

from cookie_pages.models import ConsentBanner, ConsentRecord, Provider
from cookie_pages.templatetags.cookie_pages_tags import in_full
from tests.factories import (
    make_banner,
    make_exempt_purpose,
)

pytestmark = pytest.mark.django_db
URL = "/cookies/"


def soup(client, url=URL):
    response = client.get(url)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert "Cookie" in response["Vary"]
    return BeautifulSoup(response.content, "html.parser").main


def fields(form):
    found = {item["name"]: item["value"] for item in form.select("[type=hidden]")}
    return found | {item["name"]: item["value"] for item in form.select("[checked]")}


def test_it_names_every_purpose_with_its_providers_and_cookies(client, notice):
    """C14, C31."""
    text = soup(client).get_text()
    for words in (
        "Audience measurement",
        "Videos",
        "Necessary",
        "Academy",
        "_pk_id",
        "sessionid",
    ):
        assert words in text


def test_nothing_is_ticked_before_a_choice(client, notice):
    """C4."""
    assert not soup(client).select("[checked]")


def test_it_shows_the_present_choice(client, notice):
    now = int(time.time())
    client.cookies["cookies_preferences"] = f"terms=1&at={now}&statistics=1&video=0"
    ticked = {item["name"]: item["value"] for item in soup(client).select("[checked]")}
    assert ticked == {"statistics": "1", "video": "0"}


def test_its_own_form_is_taken_and_comes_back_saying_so(client, notice):
    data = fields(soup(client, URL + "?next=/charte-cookies/").form) | {"video": "1"}
    response = client.post("/cookies/consent/", data)
    assert response.status_code == 303
    assert ConsentRecord.objects.get().choices == {"statistics": False, "video": True}
    after = soup(client, response["Location"])
    assert after.find(role="status")
    assert after.find("a", href="/charte-cookies/")
    assert [item["name"] for item in after.select("[checked][value='1']")] == ["video"]


def test_a_link_back_never_leads_to_another_site(client, notice):
    assert "evil" not in str(soup(client, URL + "?next=https://evil.example/"))


def test_refusing_everything_is_one_button_beside_accepting(client, notice):
    """C9."""
    accept, refuse = soup(client).select("[name=all]")
    assert (accept["value"], refuse["value"]) == ("1", "0")
    assert accept["class"] == refuse["class"]


def test_there_is_one_consent_surface_at_a_time(client, notice):
    """C35."""
    content = client.get(URL).content.decode()
    assert 'id="cookie-banner"' not in content


def test_without_a_notice_it_says_so(client):
    assert "Ce site ne demande actuellement aucun choix." in soup(client).get_text()


def test_when_nothing_needs_consent_it_asks_nothing(client, publish_now):
    """C32."""
    make_banner(information_text="<p>Only what is needed.</p>")
    make_exempt_purpose()
    publish_now()
    page = soup(client)
    assert "Only what is needed." in page.get_text()
    assert not page.select("button, [type=radio]")


def test_the_json_is_the_contracts(client, notice):
    response = client.get("/cookies/notice.json")
    data = response.json()
    assert data["number"] == 1
    assert data["terms"] == 1
    assert data["published_at"] == notice.published_at.isoformat()
    assert data["language"] == "fr"
    assert data["banner"]["accept"] == "Tout accepter"
    assert data["charter_url"] == ""
    statistics = data["purposes"][0]
    assert (statistics["slug"], statistics["needs_consent"]) == ("statistics", True)
    assert statistics["providers"][0]["name"] == "Academy"
    assert statistics["cookies"][0]["name"] == "_pk_id"
    assert "public" in response["Cache-Control"]
    assert "Vary" not in response.headers


def test_the_json_speaks_the_language_asked_for(client, publish_now):
    from wagtail.models import Locale

    Locale.objects.create(language_code="en")
    make_banner()
    publish_now()
    english = client.get("/cookies/notice.json?language=en").json()
    assert (english["language"], english["banner"]["refuse"]) == ("en", "Reject all")
    assert client.get("/cookies/notice.json?language=xx").json()["language"] == "fr"
    client.cookies["django_language"] = "en"
    assert client.get("/cookies/notice.json").json()["language"] == "fr"


def test_the_json_is_revalidated_by_its_etag(client, notice, publish_now):
    etag = client.get("/cookies/notice.json")["ETag"]
    headers = {"If-None-Match": etag}
    unchanged = client.get("/cookies/notice.json", headers=headers)
    assert unchanged.status_code == 304
    whole = client.get("/cookies/notice.json")
    for name in ("Cache-Control", "Content-Language", "ETag", "Vary"):
        assert unchanged.headers.get(name) == whole.headers.get(name)
    ConsentBanner.objects.update(heading="Changed")
    publish_now()
    assert client.get("/cookies/notice.json", headers=headers).status_code == 200


def test_without_a_notice_the_json_is_404(client):
    response = client.get("/cookies/notice.json")
    assert response.status_code == 404
    assert "choice" not in response.content.decode()


def test_search_engines_find_one_preferences_page_and_list_none(client, notice):
    """Each page links to it with its own address."""
    response = client.get("/cookies/?next=/a/")
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Link"] == '<http://testserver/cookies/>; rel="canonical"'


def test_a_placeholder_links_to_it(client, notice):
    from tests.unit.test_banner import render

    content = render("{% gated 'video' %}<iframe></iframe>{% endgated %}")
    assert BeautifulSoup(content, "html.parser").find("a", href=URL + "?language=fr")


def test_where_data_goes_and_under_which_safeguard_is_said(client, notice, publish_now):
    """C14, F5."""
    Provider.objects.update(country="US", safeguard="Clauses contractuelles types")
    publish_now()
    text = " ".join(soup(client).get_text().split())
    assert "Academy – États-Unis d’Amérique – sous-traitant" in text
    assert "États-Unis d’Amérique (Clauses contractuelles types)" in text


def test_it_follows_the_language_of_the_page_that_it_was_opened_from(client, notice):
    french = client.get(URL, headers={"accept-language": "fr"}).content.decode()
    assert '<html lang="fr"' in french
    response = client.get(URL + "?language=en&next=/en/")
    page = BeautifulSoup(response.content, "html.parser")
    assert page.html["lang"] == "en"
    assert response.headers["Content-Language"] == "en"
    sent = {item["name"]: item["value"] for item in page.select("input[type=hidden]")}
    assert "language=en" in sent["next"]
    assert "next=%2Fen%2F" in sent["next"]
    assert client.get(URL + "?language=xx").status_code == 200


def test_each_way_to_it_says_the_language_of_the_page(client, notice):
    response = client.get("/connexion/", headers={"accept-language": "fr"})
    page = BeautifulSoup(response.content, "html.parser")
    links = page.select("a[data-cookie-preferences]")
    assert links
    assert all("language=fr" in link["href"] for link in links)


@pytest.mark.parametrize(
    "language, day", [("en", "26 November 2026"), ("fr", "26 novembre 2026")]
)
def test_days_are_said_in_full(language, day):
    with translation.override(language):
        assert in_full(datetime(2026, 11, 26, tzinfo=UTC)) == day
        assert in_full(datetime(2026, 11, 26, tzinfo=UTC), "time").startswith(day)


def test_without_a_script_an_acceptance_taken_back_is_a_withdrawal(client, notice):
    form = soup(client).form
    client.post(form["action"], fields(form) | {"all": "1"})
    form = soup(client).form
    client.post(form["action"], fields(form) | {"all": "0"})
    methods = ConsentRecord.objects.order_by("created_at").values_list(
        "method", flat=True
    )
    assert list(methods) == ["preferences", "withdrawal"]
