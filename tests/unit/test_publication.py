"""What is published is shown, or it is said: in the log, the admin, a check and a command."""

from io import StringIO
from unittest.mock import patch

import pytest
from django.core import checks
from django.core.management import CommandError, call_command
from django.db import OperationalError, transaction
from django.forms import model_to_dict
from django.urls import reverse, set_script_prefix
from wagtail.models import Locale, Site
from wagtail.test.utils.form_data import rich_text

from cookie_pages.models import ConsentNotice, CookieSettings, PublishingFailure
from cookie_pages.notices import publication, publish
from cookie_pages.notices.publication import publish_sites
from cookie_pages.seed import publish as publish_declaration
from tests.factories import make_banner, make_site_content

pytestmark = pytest.mark.django_db
RENDER = "cookie_pages.notices.publish.notice_html"
COMPILE = "cookie_pages.notices.publish.compile_languages"


@pytest.fixture
def banner():
    return make_site_content()[0]


@pytest.fixture
def broken():
    """As before ``collectstatic`` in production: no banner can be rendered."""
    with patch(RENDER, side_effect=ValueError("Missing staticfiles manifest entry")):
        yield


def run(name, **options):
    output = StringIO()
    call_command(name, stdout=output, **options)
    return output.getvalue()


def test_a_failure_is_logged_kept_checked_and_mended(banner, caplog, broken):
    publish_sites("edith")
    assert "aren't shown what is published" in caplog.text
    assert "staticfiles" in PublishingFailure.objects.get().error
    found = checks.run_checks(tags=[checks.Tags.database], databases=["default"])
    assert "cookie_pages.W002" in [message.id for message in found]
    with pytest.raises(CommandError, match="staticfiles"):
        run("publish_notices")
    with patch(RENDER, return_value="<p>"):
        assert "notice 1 published" in run("publish_notices")
        assert "nothing to publish" in run("publish_notices")
    assert not PublishingFailure.objects.exists()


def test_the_editor_reads_it_and_loses_nothing(
    editor, banner, broken, django_capture_on_commit_callbacks
):
    address = reverse(banner.snippet_viewset.get_url_name("edit"), args=[banner.pk])
    data = model_to_dict(banner, exclude=["latest_revision", "expire_at", "go_live_at"])
    data = {name: value for name, value in data.items() if value is not None}
    data |= {"heading": "Changed", "text": rich_text("")}
    data |= {"information_text": rich_text(""), "action-publish": "1"}
    with django_capture_on_commit_callbacks(execute=True):
        response = editor.post(address, data)
    assert response.status_code == 302
    banner.refresh_from_db()
    assert banner.heading == "Changed"
    home = editor.get(reverse("wagtailadmin_home")).content.decode()
    assert "Non montré aux visiteurs" in home
    assert "publish_notices" in home


def test_one_site_that_fails_keeps_no_other_from_its_notice(banner):
    first = Site.objects.get()
    second = Site.objects.create(hostname="b.example", root_page=first.root_page)
    CookieSettings.objects.create(site=second, banner=banner)
    real = publish.compile_languages

    def only_the_second(site):
        if site == first:
            raise ValueError("no")
        return real(site)

    with patch(COMPILE, only_the_second):
        publish_sites()
    assert [notice.site for notice in ConsentNotice.objects.all()] == [second]
    assert PublishingFailure.objects.get().site == first


def test_a_locked_database_is_tried_again(banner, caplog):
    real, tries = publish.compile_languages, []

    def locked_at_first(site):
        tries.append(site)
        if len(tries) < 3:
            raise OperationalError("database is locked")
        return real(site)

    with patch(COMPILE, locked_at_first), patch.object(publication, "PAUSES", (0, 0)):
        publish_sites()
    assert ConsentNotice.objects.count() == 1
    assert not PublishingFailure.objects.exists()


def test_many_publications_in_one_transaction_are_one(
    django_capture_on_commit_callbacks,
):
    compiled = []
    real = publish.compile_languages

    def counted(site):
        compiled.append(site)
        return real(site)

    def change(number):
        banner.heading = f"Heading {number}"
        with transaction.atomic():
            publish_declaration(banner)

    with patch(COMPILE, counted):
        with django_capture_on_commit_callbacks(execute=True):
            banner, _ = make_site_content()
            for number in range(20):
                change(number)
            with transaction.atomic():
                publish_declaration(banner)
                transaction.set_rollback(True)
            banner.refresh_from_db()
        assert len(compiled) == 1
        with django_capture_on_commit_callbacks(execute=True):
            change(21)
    assert len(compiled) == 2


def test_another_rendering_is_another_notice_and_asks_nobody_again(
    banner, publish_now, settings
):
    first = publish_now()
    settings.COOKIE_PAGES_HEADING_LEVEL = 4
    assert "notice 2 published" in run("publish_notices")
    second = ConsentNotice.objects.get(number=2)
    assert second.terms == first.terms
    assert "<h4" in second.data["rendered"]["fr"]


def test_another_default_language_is_another_notice(banner, publish_now, settings):
    Locale.objects.create(language_code="en")
    publish_now()
    settings.LANGUAGE_CODE = "en"
    assert "notice 2 published" in run("publish_notices")
    assert ConsentNotice.objects.get(number=2).data["default_language"] == "en"


def test_a_provider_beside_its_cookie_is_named_in_the_notices_language(publish_now):
    _, cookie = make_site_content()
    english = Locale.objects.create(language_code="en")
    translated = cookie.provider.copy_for_translation(english)
    translated.name = "The Academy"
    publish_declaration(translated)
    notice = publish_now()
    shown = [
        item["provider"]
        for purpose in notice.languages["en"]["purposes"]
        for item in purpose["cookies"]
    ]
    assert set(shown) == {"The Academy"}


def test_addresses_are_those_of_the_request_not_of_who_published(client, publish_now):
    from cookie_pages.models import CookieCharterPage

    make_banner()
    root = Site.objects.get().root_page
    root.add_child(instance=CookieCharterPage(title="Charter", slug="charter"))
    set_script_prefix("/elsewhere/")
    notice = publish_now()
    assert notice.languages["fr"]["charter_url"] == "/charter/"
    assert "/elsewhere/" not in notice.content
    set_script_prefix("/below/")
    page = client.get("/cookies/").content.decode()
    assert 'href="/below/charter/"' in page
    assert publish_now() is None
    set_script_prefix("/")


def test_a_restored_database_under_a_warm_cache_breaks_no_page(client, publish_now):
    make_banner()
    publish_now()
    ConsentNotice.objects.all()._raw_delete("default")
    assert client.get("/cookies/").status_code == 200
    assert client.get("/cookies/notice.json").status_code == 404
