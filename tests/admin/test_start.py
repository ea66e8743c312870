"""The guided start: what is found, what is drafted, again, by whom, and its publication."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.embeds.models import Embed
from wagtail.models import Locale, Page, Site

from cookie_pages.models import (
    ConsentBanner,
    Cookie,
    CookieCharterPage,
    CookieSettings,
    Provider,
    Purpose,
)
from cookie_pages.start.answers import Answers, State
from cookie_pages.start.found import find
from cookie_pages.start.own_cookies import own_cookies, retention
from cookie_pages.start.publish import waiting, why_not
from cookie_pages.start.services import services
from cookie_pages.start.start import start
from home.models import ContentPage, HomePage
from tests.factories import make_banner, make_cookie, make_exempt_purpose, make_provider

pytestmark = pytest.mark.django_db
ANSWERS = {"controller": "Ville", "contact": "dpd@example.org"}
FIRST = reverse("cookie_pages_start")


@pytest.fixture
def site():
    return Site.objects.get(is_default_site=True)


def begin(site, *keys, **kwargs):
    answers = Answers(site, services=keys, **ANSWERS)
    return start(answers, find(), **kwargs)


def page(site, body="", **kwargs):
    item = ContentPage(title="Visite", slug="visite", body=body, **kwargs)
    return site.root_page.add_child(instance=item)


@pytest.mark.parametrize(
    ("body", "key"),
    [
        ("https://www.youtube.com/watch?v=abcdefghijk", "youtube"),
        ("https://youtu.be/abcdefghijk", "youtube"),
        ("https://vimeo.com/76979871", "vimeo"),
        ("https://www.dailymotion.com/video/x8abcd", "dailymotion"),
        ("https://tube.example.org/w/9c9de5e8A1b2C3d4E5f6gh", "peertube"),
        ("https://www.google.com/maps/embed?pb=1", "google-maps"),
        ("https://x.com/cnil/status/1234", "x"),
    ],
)
def test_what_pages_embed_is_found(site, body, key):
    page(site, f'<p><embed embedtype="media" url="{body}"/></p>')
    found = find()
    assert found.places == {key: ["Visite"]}
    assert not found.unknown


def test_a_link_in_the_text_is_no_service(site):
    page(site, '<a href="https://www.youtube.com/@cnil">a</a> https://x.com/cnil')
    assert not find().places


def test_an_address_in_a_field_of_its_own_and_a_seen_embed_are_found(site):
    page(site, video_address="https://www.youtube-nocookie.com/embed/abcdefghijk")
    Embed.objects.create(url="https://soundcloud.com/a/b", hash="1", type="rich")
    found = find()
    assert [*found.places] == ["youtube"]
    assert found.unknown == {"soundcloud.com"}


def test_templates_of_the_site_tell_of_scripts(settings, tmp_path):
    (tmp_path / "base.html").write_text("<script>_paq.push([1])</script>")
    folders = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    settings.TEMPLATES = folders
    assert find().places == {"matomo": ["base.html"]}


def test_hosts_of_what_anyone_may_host_are_those_of_the_pages(site):
    page(site, '<embed url="https://tube.example.org/w/9c9de5e8A1b2C3d4E5f6gh"/>')
    begin(site, "peertube")
    assert Provider.objects.get(name="PeerTube").hosts == ["tube.example.org"]


def test_all_is_a_draft_that_can_be_published_as_it_is(site, django_user_model):
    begin(site, *services())
    items = waiting()
    assert {type(item) for item in items} >= {
        Purpose,
        Provider,
        Cookie,
        ConsentBanner,
        CookieCharterPage,
    }
    assert not any(item.live for item in items)
    assert why_not(items) == []
    assert (
        CookieCharterPage.objects.get().charter_rows.count() == Cookie.objects.count()
    )


def test_each_language_that_is_written_has_its_words(site):
    Locale.objects.create(language_code="en")
    begin(site, "youtube")
    for model in (Purpose, Provider, Cookie, ConsentBanner):
        french, english = (
            model.objects.filter(locale__language_code=code) for code in ("fr", "en")
        )
        assert french.count() == english.count() > 0
    assert {p.name for p in Purpose.objects.filter(locale__language_code="en")} == {
        "Videos",
        "Necessary cookies",
    }


def test_the_charter_is_made_where_the_home_page_is_translated(site):
    english = Locale.objects.create(language_code="en")
    site.root_page.copy_for_translation(english)
    begin(site)
    titles = dict(
        CookieCharterPage.objects.values_list("locale__language_code", "title")
    )
    assert titles == {"fr": "Charte cookies", "en": "Cookie charter"}


def test_own_cookies_follow_the_settings(settings):
    settings.SESSION_COOKIE_NAME, settings.SESSION_COOKIE_AGE = "sid", 3 * 3600
    settings.CSRF_USE_SESSIONS = True
    settings.MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
    own = {item.name: item.retention for item in own_cookies()}
    assert own["sid"] == {
        "retention_kind": "duration",
        "retention_value": 3,
        "retention_unit": "hour",
    }
    assert not {"csrftoken", "messages", "sessionid"} & {*own}
    settings.SESSION_EXPIRE_AT_BROWSER_CLOSE = True
    assert own_cookies()[0].retention == {"retention_kind": "session"}


@pytest.mark.parametrize(
    ("seconds", "value", "unit"),
    [
        (31449600, 52, "week"),
        (86400, 1, "day"),
        (90, 2, "minute"),
        (63072000, 2, "year"),
    ],
)
def test_a_lifetime_is_said_in_its_largest_unit(seconds, value, unit):
    kept = retention(seconds)
    assert (kept["retention_value"], kept["retention_unit"]) == (value, unit)


def test_again_nothing_is_doubled_or_overwritten(site):
    begin(site, "youtube")
    Purpose.objects.filter(slug="videos").update(name="Films")
    CookieCharterPage.objects.get().charter_rows.all().delete()
    Cookie.objects.get(name="YSC").delete()
    number = Cookie.objects.count()
    states = {made.name: made.state for made in begin(site, "youtube")}
    assert Purpose.objects.get(slug="videos").name == "Films"
    assert Cookie.objects.count() == number
    assert states["YSC"] == State.DELETED
    assert {*states.values()} == {State.THERE, State.DELETED}


def test_a_service_that_comes_later_is_added_to_the_charters_draft(site):
    begin(site)
    begin(site, "vimeo")
    charter = CookieCharterPage.objects.get()
    rows = charter.get_latest_revision_as_object().charter_rows.all()
    assert {"vuid", "sessionid"} <= {row.cookie.name for row in rows}


def test_what_the_site_declares_already_is_taken(site):
    cookie = make_cookie("sessionid", make_exempt_purpose("needed"))
    embeds = make_provider("Vidéos", embed_hosts="youtube.com")
    banner = make_banner()
    begin(site, "youtube")
    assert Cookie.objects.get(name="sessionid") == cookie
    assert Purpose.objects.filter(needs_consent=False).count() == 1
    assert Cookie.objects.get(name="YSC").provider == embeds
    assert ConsentBanner.objects.get() == banner


def test_settings_are_filled_where_they_are_empty(site):
    setting = CookieSettings.for_site(site)
    setting.controller = "Métropole"
    setting.save()
    begin(site)
    setting.refresh_from_db()
    assert (setting.controller, setting.controller_contact) == (
        "Métropole",
        "dpd@example.org",
    )


def test_a_second_site_gets_a_banner_and_a_charter_of_its_own(site):
    begin(site)
    root = Page.get_first_root_node().add_child(instance=HomePage(title="Deux"))
    second = Site.objects.create(hostname="two.example.org", root_page=root)
    begin(second)
    banner = CookieSettings.for_site(second).banner
    assert banner and ConsentBanner.objects.count() == 2
    assert CookieCharterPage.objects.descendant_of(root).count() == 1


def test_the_form_shows_what_it_makes_then_makes_it(editor, site):
    page(site, video_address="https://www.youtube-nocookie.com/embed/abcdefghijk")
    shown = editor.get(FIRST).content.decode()
    assert "YouTube (Vidéos), trouvé dans" in shown
    preview = editor.post(FIRST, ANSWERS | {"services": ["youtube"]})
    assert "Ce qui sera créé" in preview.content.decode()
    assert not Purpose.objects.exists()
    made = editor.post(FIRST, ANSWERS | {"services": ["youtube"], "make": "1"})
    assert made.url == reverse("cookie_pages_started", args=[site.pk])
    assert Purpose.objects.filter(slug="videos", live=False).exists()


def test_a_missing_answer_is_said_and_loses_nothing(editor):
    response = editor.post(FIRST, {"controller": "Ville", "services": ["youtube"]})
    assert response.context["form"].errors.keys() == {"contact"}
    field = response.context["form"]["services"]
    assert [box.data["value"] for box in field if box.data["selected"]] == ["youtube"]


def test_what_is_left_to_do_is_listed_and_all_is_published(editor, site):
    editor.post(FIRST, ANSWERS | {"services": ["matomo"], "make": "1"})
    address = reverse("cookie_pages_started", args=[site.pk])
    shown = editor.get(address).content.decode()
    assert "Choisissez la politique de confidentialité" in shown
    assert "Matomo : " in shown.replace("\u00a0", " ")
    editor.post(address)
    assert not waiting()
    assert ConsentBanner.objects.get().live
    assert CookieCharterPage.objects.get().live


def test_what_the_law_forbids_is_not_published_with_the_rest(editor, site):
    begin(site)
    cookie = Cookie.objects.get(name="sessionid")
    cookie.exemption_reason = ""
    cookie.save_revision(clean=False)
    address = reverse("cookie_pages_started", args=[site.pk])
    response = editor.post(address)
    assert "sessionid" in str(response.context["reasons"])
    assert len(waiting()) > 1


def test_who_writes_starts_and_does_not_publish(client, django_user_model, site):
    call_command("make_cookie_groups")
    user = django_user_model.objects.create_user("member")
    user.groups.set(Group.objects.filter(name="Rédaction des cookies"))
    client.force_login(user)
    assert client.get(FIRST).status_code == 302  # they may not change the settings
    user.groups.set(Group.objects.filter(name="Publication des cookies"))
    made = client.post(FIRST, ANSWERS | {"make": "1"})
    assert made.status_code == 302
    # A charter is a page, and these rights hold for charters that are there.
    assert not CookieCharterPage.objects.exists()
    client.post(made.url)
    assert ConsentBanner.objects.get().live


def test_the_command_says_what_it_made_and_what_is_left(capsys):
    call_command("start_cookies", "--service", "vimeo", "--dry-run")
    assert "Nothing was kept." in capsys.readouterr().out
    assert not Purpose.objects.exists()
    call_command("start_cookies", "--service", "vimeo", "--controller", "Ville")
    said = capsys.readouterr().out
    assert "new: prestataire Vimeo (fr)" in said
    assert "Left to do:" in said
    assert CookieSettings.objects.get().controller == "Ville"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--site", "nowhere.example.org"], "No site has the host"),
        (["--privacy-page", "999"], "No page has the key 999"),
        (["--service", "minitel"], "invalid choice"),
    ],
)
def test_a_wrong_option_is_told(options, message):
    with pytest.raises(CommandError, match=message):
        call_command("start_cookies", *options)
    assert not Purpose.objects.exists()
