"""The seed charter comes out word for word (F1, F2)."""

import re
from io import StringIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.utils import translation
from django.utils.safestring import mark_safe
from wagtail.models import Locale, ModelLogEntry, Page, PageLogEntry

from cookie_pages.models import Cookie, CookieCharterPage, Provider, Purpose
from cookie_pages.seed.text import foreign_words
from tests.factories import make_purpose

pytestmark = pytest.mark.django_db
SEED = Path(__file__).parents[1] / "data" / "charte-cookies.txt"


def seed_lines():
    """The seed's words: blank lines dropped, a tab made a new line, the address's brackets too."""
    text = re.sub(r"<(https?://[^>]+)>", r"\1", SEED.read_text(encoding="utf-8"))
    return [line for line in text.replace("\t", "\n").split("\n") if line]


def page_lines(client, page):
    """Visible text of the main content: one line a block, a heading or a cell."""
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    leaves = "h1, h2, h3, p, li, caption, th, td"
    return [
        re.sub(r"\n\s*", "", element.get_text())
        for element in soup.main.select(leaves)
        if not element.select(leaves)
    ]


@pytest.fixture
def charter():
    call_command("seed_charter", stdout=StringIO())
    return CookieCharterPage.objects.get()


def test_the_page_says_the_seed_word_for_word(client, charter):
    assert page_lines(client, charter) == seed_lines()


def test_nothing_of_the_main_content_is_outside_those_lines(client, charter):
    soup = BeautifulSoup(client.get(charter.url).content, "html.parser")
    words = "".join(soup.main.get_text().split())
    assert words == "".join("".join(seed_lines()).split())


def test_the_address_is_a_link(client, charter):
    soup = BeautifulSoup(client.get(charter.url).content, "html.parser")
    link = soup.main.find("a", href="https://data.paca.education.gouv.fr")
    assert link.get_text() == "https://data.paca.education.gouv.fr"


def test_headings_nest_and_the_table_has_a_caption_and_scopes(client, charter):
    """A14, A16."""
    soup = BeautifulSoup(client.get(charter.url).content, "html.parser")
    assert [heading.name for heading in soup.main.find_all(re.compile("^h[1-6]$"))] == [
        "h1",
        "h2",
        "h2",
    ]
    table = soup.main.table
    assert table.caption.get_text() == (
        "Cookies nécessaires au bon fonctionnement de la plateforme / cookies fonctionnels"
    )
    assert [cell["scope"] for cell in table.thead.find_all("th")] == ["col"] * 4
    assert [cell["scope"] for cell in table.tbody.find_all("th")] == ["row"] * 4


def test_running_it_again_changes_nothing(charter):
    counts = [model.objects.count() for model in (Purpose, Provider, Cookie, Page)]
    call_command("seed_charter", stdout=StringIO())
    assert counts == [
        model.objects.count() for model in (Purpose, Provider, Cookie, Page)
    ]


def test_without_wagtails_log_it_still_makes_nothing_twice(charter):
    PageLogEntry.objects.all().delete()
    ModelLogEntry.objects.all().delete()
    test_running_it_again_changes_nothing(charter)


def test_what_was_edited_stays_edited_and_what_was_deleted_stays_deleted(charter):
    Provider.objects.update(name="Autre")
    charter.charter_rows.filter(cookie__name="csrftoken").delete()
    Cookie.objects.get(name="csrftoken").delete()
    call_command("seed_charter", stdout=StringIO())
    assert Provider.objects.get().name == "Autre"
    assert not Cookie.objects.filter(name="csrftoken").exists()
    charter.delete()
    call_command("seed_charter", stdout=StringIO())
    assert not CookieCharterPage.objects.exists()


@pytest.mark.parametrize("needs_consent, purposes", [(False, 1), (True, 2)])
def test_a_purpose_of_the_same_slug_is_no_obstacle(client, needs_consent, purposes):
    make_purpose("necessary", needs_consent=needs_consent)
    call_command("seed_charter", stdout=StringIO())
    assert page_lines(client, CookieCharterPage.objects.get()) == seed_lines()
    assert Purpose.objects.count() == purposes


def test_english_words_are_marked_in_the_french_charter_alone(client, charter):
    """A17: the words themselves stay as they are."""
    soup = BeautifulSoup(client.get(charter.url).content, "html.parser")
    marked = [item.get_text() for item in soup.main.find_all(lang="en")]
    assert marked == ["first-party", "third party", *["back office"] * 3]
    with translation.override("en"):
        assert foreign_words("a third party") == "a third party"


def test_marking_words_escapes_text_and_leaves_tags_alone():
    with translation.override("fr"):
        assert foreign_words("<b>back office</b>") == (
            '&lt;b&gt;<span lang="en">back office</span>&lt;/b&gt;'
        )
        link = mark_safe('<a title="back office" href="/x">y</a>')
        assert foreign_words(link) == link


def test_where_the_site_has_no_french_the_command_says_so(capsys, db, settings):
    settings.LANGUAGE_CODE = "en"
    Locale.objects.update(language_code="en")
    call_command("seed_charter")
    assert "Its text is French" in capsys.readouterr().err
