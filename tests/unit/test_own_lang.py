"""What isn't in the language of its page says which one it is in (WCAG 3.1.2, A17)."""

import pytest
from bs4 import BeautifulSoup
from django.conf import settings as site_settings
from django.core.management import call_command
from django.test import RequestFactory
from django.utils.translation import override
from wagtail.models import Locale, Site

from cookie_pages.gates.gate import placeholder
from cookie_pages.models import ConsentNotice, CookieCharterPage, Purpose
from cookie_pages.notices.current import newest_notice
from cookie_pages.notices.render import banner_html, panel_html
from tests.dsfr_theme import dsfr_theme  # noqa: F401
from tests.factories import make_banner, make_cookie, make_provider, make_purpose
from tests.unit.test_visitor_languages import catalogue

pytestmark = pytest.mark.django_db
# Each text that the editor wrote in the site's first language holds it.
WRITTEN = "académie"


@pytest.fixture(params=["own", "dsfr"], autouse=True)
def theme(request):
    if request.param == "dsfr":
        request.getfixturevalue("dsfr_theme")
    return request.param


@pytest.fixture(params=["de", "eu", "ar"])
def language(request, settings):
    """One that the site's content isn't translated into; the last two aren't ours either."""
    languages = [*site_settings.LANGUAGES, (request.param, request.param)]
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = languages
    Locale.objects.create(language_code=request.param)
    return request.param


@pytest.fixture
def notice(language, publish_now):
    provider = make_provider("ACME", country="US", safeguard=f"clauses de l’{WRITTEN}")
    purpose = make_purpose(
        name=f"Audience de l’{WRITTEN}",
        description=f"Compter les visites de l’{WRITTEN}.",
        personal_data=f"pages vues de l’{WRITTEN}",
    )
    make_cookie(
        purpose=purpose,
        provider=provider,
        service=f"Mesure de l’{WRITTEN}",
        retention_words=f"un mois (selon l’{WRITTEN})",
        finality=f"Distinguer deux visites de l’{WRITTEN}",
    )
    make_banner(f"Cookies de l’{WRITTEN}", accept_label=f"Tout accepter ({WRITTEN})")
    publish_now()
    return newest_notice(Site.objects.get(is_default_site=True).pk)


def languages_of(html, page):
    """Each text of ``html`` with the language that the element around it says."""
    soup = BeautifulSoup(html, "html.parser")
    for text in soup.find_all(string=True):
        around = text.find_parent(lang=True)
        if text.strip() and not text.find_parent(translate="no"):
            yield (around["lang"] if around else page), text.strip()


def check(html, page):
    # French is what Django falls back on here, as it is this site's first language.
    fixed = page if page == "de" else "fr"
    texts = list(languages_of(html, page))
    written = {lang for lang, text in texts if WRITTEN in text}
    assert written == {"fr"}, texts
    others = {lang for lang, text in texts if WRITTEN not in text and len(text) > 3}
    assert others == {fixed}, texts


def test_banner_and_panel(notice, language):
    with override(language):
        check(banner_html(notice), language)
    check(panel_html(notice, language)[0], language)


def test_placeholder(notice, language):
    with override(language):
        check(placeholder(notice, "statistics"), language)


def test_preferences_page(notice, language, client):
    response = client.get(f"/cookies/?language={language}")
    page = BeautifulSoup(response.content, "html.parser")
    check(str(page.select_one(".cookie-page")), language)


def test_as_data(notice, language, client):
    data = client.get(f"/cookies/notice.json?language={language}").json()
    assert data["words_language"] == ("de" if language == "de" else "fr")
    purpose = data["purposes"][0]
    if language == "de":
        assert data["banner"]["lang"] == {"heading": "fr", "accept": "fr"}
        names = ("name", "description", "personal_data")
        assert purpose["lang"] == dict.fromkeys(names, "fr")
        names = ("service", "finality", "retention")
        assert purpose["cookies"][0]["lang"] == dict.fromkeys(names, "fr")
        assert purpose["providers"][0]["lang"] == {"safeguard": "fr"}
    else:
        assert "lang" not in purpose


@pytest.mark.parametrize("language", ["ar"], indirect=True)
def test_what_runs_the_other_way_says_so(notice, language):
    with override(language):
        page = BeautifulSoup(banner_html(notice), "html.parser")
        banner = page.select_one("#cookie-banner")
    assert (banner["lang"], banner["dir"]) == ("fr", "ltr")


@pytest.mark.parametrize("language", ["de"], indirect=True)
def test_what_all_languages_share_needs_no_direction(notice, language):
    with override(language):
        assert "dir=" not in banner_html(notice)


def test_charter(notice, language, client):
    """Blocks whose words are the module's, and a table whose rows nobody translated."""
    call_command("seed_charter", verbosity=0)
    charter = CookieCharterPage.objects.get()
    locale = Locale.objects.get(language_code=language)
    page = charter.copy_for_translation(locale, copy_parents=True)
    table = {"show_retention": True, "show_party": True, "show_consent": True}
    blocks = ("browser_settings", "proof", "recipients", "contact", "updated")
    page.body = [("cookie_table", table), *((name, {}) for name in blocks)]
    page.introduction = ""
    page.save_revision().publish()
    with override(language):
        response = page.serve(RequestFactory().get("/"))
        response.render()
    main = BeautifulSoup(response.content, "html.parser").main
    names = [
        *main.select("h1, time, caption, a, dd, code"),
        *main.select("[role=rowheader]"),
    ]
    for element in names:
        element.decompose()
    said = list(languages_of(str(main), language))
    assert len(said) > 40
    if language == "de":
        german = {entry.msgstr for entry in catalogue("de")}
        assert {lang for lang, text in said if text in german} == {"de"}
        assert {lang for lang, text in said if "reconnecter" in text} == {"fr"}
    else:
        names = {"–", "(", ")", "Opendatasoft"}
        assert {text for lang, text in said if lang != "fr"} <= names


@pytest.mark.parametrize("language", ["de"], indirect=True)
def test_a_language_costs_the_others_nothing_and_is_sealed_apart(
    notice, language, publish_now
):
    with override("fr"):
        before = banner_html(notice)
    Locale.objects.get(language_code=language).delete()
    last = publish_now()
    with override("fr"):
        after = banner_html(newest_notice(last.site_key))
    number = f'data-notice="{last.number}"'
    assert (
        before.replace('data-notice="1"', number).replace(
            "panel/1/", f"panel/{last.number}/"
        )
        == after
    )
    sealed = ConsentNotice.objects.get(number=1).data
    assert set(sealed["rendered"]) == set(sealed["languages"]) == {"fr", "de"}
    assert 'lang="de"' in sealed["rendered"]["de"]
    assert 'lang="de"' not in sealed["rendered"]["fr"]


@pytest.mark.parametrize("language", ["eu"], indirect=True)
def test_what_an_editor_wrote_in_such_a_language_says_that(
    notice, language, publish_now, client
):
    purpose = Purpose.objects.get()
    words = purpose.copy_for_translation(Locale.objects.get(language_code=language))
    words.name, words.description, words.live = "Neurketa", "Bisitak zenbatu.", True
    words.save()
    last = newest_notice(publish_now().site_key)
    with override(language):
        shown = [banner_html(last), str(placeholder(last, "statistics"))]
    shown.append(panel_html(last, language)[0])
    page = BeautifulSoup(
        client.get(f"/cookies/?language={language}").content, "html.parser"
    )
    shown.append(str(page.select_one(".cookie-page")))
    for html in shown:
        texts = list(languages_of(html, language))
        basque = {
            lang for lang, text in texts if "Bisitak" in text or text == "Neurketa"
        }
        assert basque == {"eu"}, texts
        assert "fr" in {lang for lang, _text in texts}
