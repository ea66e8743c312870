"""An editor's change becomes one notice, after commit, and comes out as the editor sees it."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site
from wagtail.test.utils.form_data import rich_text

from cookie_pages.models import (
    ConsentBanner,
    ConsentNotice,
    Cookie,
    CookieCharterPage,
    CookieSettings,
    Provider,
    Purpose,
)
from cookie_pages.notices.current import current_notice
from tests.admin.test_declarations import purpose_data, url
from tests.factories import make_purpose, make_site_content

pytestmark = pytest.mark.django_db


@pytest.fixture
def acting(django_capture_on_commit_callbacks):
    """Gives the number of notices that an action published, once it is committed."""

    def acting(action):
        before = ConsentNotice.objects.count()
        with django_capture_on_commit_callbacks(execute=True):
            action()
        return ConsentNotice.objects.count() - before

    return acting


@pytest.fixture
def content(acting):
    made = []
    acting(lambda: made.extend(make_site_content()))
    return made


def slugs():
    return current_notice(Site.objects.get().pk).slugs


def test_publishing_a_purpose_publishes_one_notice(editor, acting, content):
    data = purpose_data() | {"action-publish": "1"}
    assert acting(lambda: editor.post(url(Purpose, "add"), data)) == 1
    assert slugs() == ["video", "statistics"] or slugs() == ["statistics", "video"]


def test_a_draft_publishes_none(editor, acting, content):
    assert acting(lambda: editor.post(url(Purpose, "add"), purpose_data())) == 0
    banner, cookie = content
    edit = url(Purpose, "edit", cookie.purpose.pk)
    assert acting(lambda: editor.post(edit, purpose_data(slug="statistics"))) == 0


def test_unpublishing_and_publishing_again_publish_one_each(editor, acting, content):
    banner, cookie = content
    unpublish = url(Cookie, "unpublish", cookie.pk)
    assert acting(lambda: editor.post(unpublish)) == 1
    assert "_pk_id" not in ConsentNotice.objects.first().content
    publish = lambda: Cookie.objects.get(pk=cookie.pk).save_revision().publish()  # noqa: E731
    assert acting(publish) == 1
    assert ConsentNotice.objects.first().terms == 1


def test_saving_the_settings_publishes_only_if_visitors_see_a_difference(
    editor, acting, content
):
    site = Site.objects.get()
    address = reverse(
        "wagtailsettings:edit", args=("cookie_pages", "cookiesettings", site.pk)
    )
    data = {"banner": "", "charter": "", "informs": "on"}
    assert acting(lambda: editor.post(address, data)) == 0
    assert CookieSettings.objects.get().informs
    assert acting(lambda: editor.post(address, data | {"informs": ""})) == 1


def tomorrow_has_come(revision):
    past = timezone.now() - timedelta(minutes=1)
    revision.approved_go_live_at = past
    revision.content["go_live_at"] = past.isoformat()
    revision.save()


def test_scheduling_publishes_when_the_time_comes(acting, content):
    banner, _ = content
    banner.heading = "From tomorrow on"
    banner.go_live_at = timezone.now() + timedelta(days=1)
    assert acting(lambda: banner.save_revision().publish()) == 0
    tomorrow_has_come(banner.latest_revision)
    assert acting(lambda: call_command("publish_scheduled", verbosity=0)) == 1
    assert "From tomorrow on" in ConsentNotice.objects.first().content


def test_expiring_takes_the_banner_away(acting, content):
    past = timezone.now() - timedelta(minutes=1)
    ConsentBanner.objects.update(expire_at=past)
    assert acting(lambda: call_command("publish_scheduled", verbosity=0)) == 1
    assert current_notice(Site.objects.get().pk) is None


def test_a_change_in_two_objects_at_once_is_one_notice(acting, content):
    banner, cookie = content

    def both():
        banner.heading, cookie.finality = "New heading", "New words"
        banner.save_revision().publish()
        cookie.save_revision().publish()

    assert acting(both) == 1


def test_each_site_has_its_own_chain(acting, content):
    root = Site.objects.get().root_page
    other = Site.objects.create(hostname="other.example", root_page=root)
    choose = lambda: CookieSettings.objects.create(site=other, banner=content[0])  # noqa: E731
    assert acting(choose) == 1
    assert other.consent_notices.get().number == 1
    assert other.consent_notices.get().previous_digest == ""


def test_a_restored_revision_comes_out(editor, acting, content):
    banner, _ = content
    first = banner.latest_revision
    banner.heading = "Second"
    assert acting(lambda: banner.save_revision().publish()) == 1
    revert = banner.snippet_viewset.get_url_name("revisions_revert")
    page = editor.get(reverse(revert, args=(banner.pk, first.pk)))
    assert "Your data, your choice" in page.content.decode()
    form = page.context["form"]
    data = {name: form[name].value() or "" for name in form.fields}
    data |= {
        "text": rich_text(""),
        "information_text": rich_text(""),
    }
    data |= {"revision": first.pk, "action-publish": "1"}
    assert acting(lambda: editor.post(url(ConsentBanner, "edit", banner.pk), data)) == 1
    shown = ConsentNotice.objects.first().languages["fr"]["banner"]
    assert shown["heading"] == "Your data, your choice"


@pytest.fixture
def charter():
    call_command("seed_charter", verbosity=0)
    return CookieCharterPage.objects.get()


def names(client, page):
    content = client.get(page.url).content.decode()
    found = [
        name
        for name in ("sessionid", "django_language", "csrftoken")
        if name in content
    ]
    return sorted(found, key=content.index)


def test_moved_rows_come_out_moved_and_only_once_published(client, charter):
    rows = list(charter.charter_rows.all())
    rows[0].sort_order, rows[2].sort_order = rows[2].sort_order, rows[0].sort_order
    charter.charter_rows = sorted(rows, key=lambda row: row.sort_order)
    revision = charter.save_revision()
    assert names(client, charter) == ["sessionid", "django_language", "csrftoken"]
    revision.publish()
    assert names(client, charter) == ["csrftoken", "django_language", "sessionid"]


def test_a_page_that_returns_is_the_same(client, charter):
    before = names(client, charter)
    charter.unpublish()
    assert client.get(charter.url).status_code == 404
    CookieCharterPage.objects.get().save_revision().publish()
    assert names(client, charter) == before


def test_the_charters_address_is_in_the_notice_and_follows_it(acting, content):
    assert acting(lambda: call_command("seed_charter", verbosity=0)) == 1
    assert (
        ConsentNotice.objects.first().languages["fr"]["charter_url"]
        == "/charte-cookies/"
    )
    page = CookieCharterPage.objects.get()

    def rename():
        page.slug = "traceurs"
        page.save_revision().publish()

    assert acting(rename) == 1
    assert ConsentNotice.objects.first().languages["fr"]["charter_url"] == "/traceurs/"
    assert acting(page.unpublish) == 1
    assert ConsentNotice.objects.first().languages["fr"]["charter_url"] == ""


def test_a_revision_with_a_cookie_deleted_since_still_opens(editor, charter):
    charter.save_revision()
    charter.charter_rows.filter(cookie__name="csrftoken").delete()
    Cookie.objects.get(name="csrftoken").delete()
    address = reverse("wagtailadmin_pages:edit", args=[charter.pk])
    assert editor.get(address).status_code == 200
    cookie = Cookie.objects.get(name="sessionid")
    other = make_purpose("basket", needs_consent=False)
    cookie.purpose = other
    cookie.save_revision()
    other.delete()
    assert editor.get(url(Cookie, "edit", cookie.pk)).status_code == 200


@pytest.mark.parametrize("model", [Purpose, Provider, Cookie])
def test_what_is_in_use_is_not_deleted_and_it_is_said_why(editor, charter, model):
    used = model.objects.first()
    list_url = url(model, "list")
    single = editor.post(url(model, "delete", used.pk), follow=True)
    bulk_url = reverse(
        "wagtail_bulk_action", args=("cookie_pages", model._meta.model_name, "delete")
    )
    bulk = editor.post(f"{bulk_url}?id={used.pk}&next={list_url}", follow=True)
    for response in (single, bulk):
        assert response.status_code == 200
        assert "est utilisé et n’a pas été supprimé" in response.content.decode()
    assert model.objects.filter(pk=used.pk).exists()


def test_a_banner_that_the_settings_name_is_not_deleted(editor, content):
    banner, _ = content
    CookieSettings.objects.create(site=Site.objects.get(), banner=banner)
    response = editor.post(url(ConsentBanner, "delete", banner.pk), follow=True)
    assert "n’a pas été supprimé" in response.content.decode()
    assert ConsentBanner.objects.exists()


def test_what_nothing_uses_is_deleted_in_one_notice(editor, acting, content):
    make = lambda: [make_purpose(slug).save_revision().publish() for slug in ("a", "b")]  # noqa: E731
    acting(make)
    ids = Purpose.objects.filter(slug__in="ab").values_list("pk", flat=True)
    address = reverse("wagtail_bulk_action", args=("cookie_pages", "purpose", "delete"))
    query = "&".join(f"id={pk}" for pk in ids)
    post = lambda: editor.post(f"{address}?{query}&next={url(Purpose, 'list')}")  # noqa: E731
    assert acting(post) == 1
    assert slugs() == ["statistics"]


@pytest.mark.parametrize("model", [Purpose, Provider, Cookie])
def test_what_is_in_use_is_not_deleted_by_code_either(charter, model):
    with pytest.raises(ProtectedError), transaction.atomic():
        model.objects.all().delete()
    assert Cookie.objects.count() == 4
