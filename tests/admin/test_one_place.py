"""One place for all that concerns cookies: the menu, the overview, the lists."""

from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import Locale, Site

from cookie_pages.models import ConsentBanner, Cookie, Provider, Purpose, SeenCookie
from tests.admin.test_declarations import url
from tests.factories import (
    make_banner,
    make_cookie,
    make_provider,
    make_purpose,
    make_site_content,
)

pytestmark = pytest.mark.django_db
OVERVIEW = "/admin/cookie-pages/"


def text_of(response):
    return " ".join(BeautifulSoup(response.content, "html.parser").main.text.split())


def menu_of(response):
    """The addresses in the menu that Wagtail draws."""
    return response.content.decode()


def test_the_menu_names_every_place(editor):
    menu = menu_of(editor.get("/admin/"))
    for address in [
        OVERVIEW,
        *(url(model, "list") for model in (Purpose, Provider, Cookie)),
        reverse("cookie_pages_notices"),
        reverse("cookie_pages_records"),
        reverse("cookie_pages_seen"),
        reverse("cookie_pages_audits"),
        reverse("wagtailsettings:edit", args=["cookie_pages", "cookiesettings"]),
        "cookie-charters-cookie-pages-cookiecharterpage",
    ]:
        assert address in menu


@pytest.mark.parametrize(
    "place, words",
    [
        ("cookie_pages_notices", "Une notice ne change jamais"),
        ("cookie_pages_records", "la preuve que la question a été posée"),
        ("cookie_pages_seen", "Déclarez ce qui ne l’est pas"),
        ("cookie_pages_audits", "dans chaque état du consentement"),
        (
            "cookie_charters_cookie_pages_cookiecharterpage:index",
            "celle à laquelle renvoie son bandeau",
        ),
        (Cookie, "relève d’une finalité"),
    ],
)
def test_each_list_says_what_it_is_once(editor, place, words):
    address = reverse(place) if isinstance(place, str) else url(place, "list")
    assert text_of(editor.get(address)).count(words) == 1


@pytest.mark.parametrize(
    "place",
    [
        "/admin/cookie-charters-cookie-pages-cookiecharterpage/",
        Purpose,
        Provider,
        Cookie,
        ConsentBanner,
    ],
)
def test_each_list_says_what_it_adds_in_the_right_gender(editor, place):
    address = place if isinstance(place, str) else url(place, "list")
    shown = BeautifulSoup(editor.get(address).content, "html.parser")
    labels = [" ".join(link.text.split()) for link in shown.select("header a")]
    assert any(label.startswith(("Ajouter un", "Déclarer un")) for label in labels)
    assert not [label for label in labels if "(e)" in label]


def test_the_overview_says_what_visitors_are_shown(editor, publish_now):
    make_site_content()
    notice = publish_now()
    shown = text_of(editor.get(OVERVIEW))
    assert f"N° {notice.number}, depuis le" in shown
    assert "Aucune charte n’est publiée." in shown
    assert "Personne n’a encore répondu." in shown
    assert "en lancer un" in shown


def test_it_says_why_no_banner_is_shown(editor):
    assert "Aucun bandeau n’est publié." in text_of(editor.get(OVERVIEW))
    make_banner()
    Site.objects.create(hostname="other.test", root_page=Site.objects.get().root_page)
    shown = text_of(editor.get(OVERVIEW))
    assert "Les paramètres de ce site n’indiquent aucun bandeau." in shown


def test_it_says_what_is_published_and_not_shown_and_why(editor):
    cookie = make_cookie()
    Provider.objects.update(live=False)
    shown = text_of(editor.get(OVERVIEW))
    assert f"{cookie.name} – « {cookie.provider} » n’est pas publié." in shown


def test_it_names_a_banner_that_no_site_shows(editor):
    make_banner("Le premier")
    make_banner("Le second")
    shown = text_of(editor.get(OVERVIEW))
    assert "Le second – Aucun site ne l’affiche" in shown
    assert "Le premier –" not in shown


def test_it_counts_drafts_translations_and_what_was_seen(editor):
    Locale.objects.create(language_code="en")
    purpose = make_purpose()
    purpose.save_revision()
    SeenCookie.note(3, name="_fbp", path="/", reason="undeclared")
    shown = text_of(editor.get(OVERVIEW))
    assert "1 finalité" in shown
    assert "Finalités, Anglais : 1" in shown
    assert "1 traceur a été vu et n’est pas déclaré" in shown


def test_the_home_page_has_it_shorter(editor, publish_now):
    make_site_content()
    publish_now()
    assert "notice n° 1 depuis le" in text_of(editor.get("/admin/"))


def test_who_has_nothing_to_do_with_cookies_sees_nothing(client, django_user_model):
    user = django_user_model.objects.create_user("writer", is_active=True)
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    assert client.get(OVERVIEW).status_code == 302
    assert OVERVIEW not in menu_of(client.get("/admin/"))


@pytest.fixture
def listed():
    """One purpose in two languages, one in French alone, one that is a draft."""
    english = Locale.objects.create(language_code="en")
    both = make_purpose("both", name="Les deux")
    copy = both.copy_for_translation(english)
    copy.name, copy.live = "Both", True
    copy.save()
    make_purpose("french", name="Seule")
    draft = make_purpose("draft", name="Brouillon")
    draft.live, draft.has_unpublished_changes = False, True
    draft.save()


def names(editor, **query):
    rows = editor.get(url(Purpose, "list"), query).context["object_list"]
    return sorted(row.name for row in rows)


def test_a_list_shows_one_language(editor, listed):
    assert names(editor) == ["Brouillon", "Les deux", "Seule"]
    assert names(editor, locale="en") == ["Both"]
    assert len(names(editor, locale="")) == 4


@pytest.mark.parametrize(
    "state, expected",
    [
        ("live", ["Les deux", "Seule"]),
        ("waiting", ["Brouillon"]),
        ("draft", ["Brouillon"]),
    ],
)
def test_a_list_is_filtered_by_state(editor, listed, state, expected):
    assert names(editor, state=state) == expected


def test_a_list_says_what_is_not_translated(editor, listed):
    shown = text_of(editor.get(url(Purpose, "list")))
    assert shown.count("Anglais : manque") == 2


def test_a_list_says_retention_class_and_charter(editor):
    make_cookie(retention_kind="duration", retention_value=13, retention_unit="month")
    shown = text_of(editor.get(url(Cookie, "list")))
    assert "13 mois" in shown
    assert "Région" not in shown


def test_a_download_is_in_words_and_safe(editor):
    make_cookie(name="_pk*", service="=HYPERLINK(1)", provider=make_provider())
    response = editor.get(url(Cookie, "list"), {"export": "csv"})
    text = b"".join(response.streaming_content).decode()
    heading, row = text.splitlines()
    assert heading.startswith("Nom,Type de traceur,Prestataire,Finalité")
    assert "'=HYPERLINK(1)" in row
    assert "Oui" in row
    assert "cookies-et-traceurs-" in response["Content-Disposition"]
    response = editor.get(url(Cookie, "list"), {"export": "xlsx"})
    sheet = load_workbook(BytesIO(b"".join(response.streaming_content))).active
    assert [cell.value for cell in sheet[1]][0] == "Nom"


def bulk(editor, action, items, **data):
    keys = "&".join(f"id={item.pk}" for item in items)
    label = items[0]._meta.model_name
    return editor.post(f"/admin/bulk/cookie_pages/{label}/{action}/?{keys}", data)


def test_several_are_published_and_unpublished_at_once(editor):
    items = [make_purpose(slug) for slug in ("one", "two")]
    bulk(editor, "unpublish", items)
    assert not Purpose.objects.filter(live=True).exists()
    bulk(editor, "publish", items)
    assert Purpose.objects.filter(live=True).count() == 2


def test_what_may_not_be_published_stays_a_draft_and_says_why(editor):
    good, bad = make_purpose("good"), make_purpose("bad")
    Purpose.objects.update(live=False)
    bad.description = "Améliorer votre expérience"
    bad.save_revision(clean=False)
    keys = f"?id={good.pk}&id={bad.pk}"
    address = f"/admin/bulk/cookie_pages/purpose/publish/{keys}"
    assert "ne nomme aucune finalité" in text_of(editor.get(address))
    editor.post(address)
    assert [*Purpose.objects.filter(live=True)] == [good]


def test_publishing_several_that_ask_again_is_confirmed(editor, publish_now):
    from tests.unit.test_records import make_record

    make_site_content()
    make_record(publish_now())
    purpose = make_purpose("new", name="Nouvelle")
    cookie = make_cookie("n", purpose=purpose, provider=make_provider("Nouveau"))
    Purpose.objects.filter(pk=purpose.pk).update(live=False)
    purpose.refresh_from_db()
    bulk(editor, "publish", [purpose])
    purpose.refresh_from_db()
    assert not purpose.live
    bulk(editor, "publish", [purpose], confirmed="on")
    purpose.refresh_from_db()
    assert purpose.live
    assert cookie.live
