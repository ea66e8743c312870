"""Who may read the reports of one site reads those of no other: pages, filters and exports."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import Page, Site

from cookie_pages.models import ConsentNotice
from cookie_pages.notices.publish import publish_notice
from tests.factories import make_site_content
from tests.unit.test_records import make_record

pytestmark = pytest.mark.django_db
REPORTS = ["cookie_pages_notices", "cookie_pages_records"]


@pytest.fixture
def notices(publish_now):
    """One notice of each of two sites, and a record of each."""
    make_site_content()
    first = publish_now()
    other = Site.objects.create(hostname="other.test", root_page=Page.objects.last())
    second = publish_notice(other) or ConsentNotice.objects.create(
        site=other,
        site_key=other.pk,
        number=1,
        terms=1,
        published_at=first.published_at,
        content=first.content,
        digest="0" * 64,
    )
    for notice, language in ((first, "fr"), (second, "en"), (second, "en")):
        make_record(notice, language=language)
    return [first, second]


@pytest.fixture
def group():
    group = Group.objects.create(name="Readers of one site")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    return group


def choose(editor, group, *sites):
    """In the group's own form, as an administrator does."""
    response = editor.post(
        reverse("wagtailusers_groups:edit", args=[group.pk]),
        {
            "name": group.name,
            "permissions": [item.pk for item in group.permissions.all()],
            "page_permissions-TOTAL_FORMS": 0,
            "page_permissions-INITIAL_FORMS": 0,
            "image_permissions-TOTAL_FORMS": 0,
            "image_permissions-INITIAL_FORMS": 0,
            "document_permissions-TOTAL_FORMS": 0,
            "document_permissions-INITIAL_FORMS": 0,
            "collection_permissions-TOTAL_FORMS": 0,
            "collection_permissions-INITIAL_FORMS": 0,
            "collection_member_permissions-TOTAL_FORMS": 0,
            "collection_member_permissions-INITIAL_FORMS": 0,
            "cookie_pages_reports-sites": [site.pk for site in sites],
        },
    )
    assert response.status_code == 302


@pytest.fixture
def reader(editor, group, notices, django_user_model):
    """Logs a member in who reads the reports of ``sites``."""

    def reader(*sites):
        choose(editor, group, *sites)
        user, _ = django_user_model.objects.get_or_create(username="reader")
        user.groups.set([group])
        editor.force_login(user)
        return editor

    return reader


def rows(client, name, **asked):
    return [*client.get(reverse(name), asked).context["object_list"]]


def test_the_reports_show_the_readers_site_alone(reader, notices):
    first, second = notices
    client = reader(second.site)
    assert rows(client, "cookie_pages_notices") == [second]
    assert {r.site_key for r in rows(client, "cookie_pages_records")} == {
        second.site_key
    }
    assert len(rows(client, "cookie_pages_records")) == 2
    page = client.get(reverse("cookie_pages_records"))
    assert sum(day["records"] for day in page.context["days"]) == 2
    assert first.site.hostname not in page.content.decode()
    own, others = (reverse("cookie_pages_notice", args=[n.pk]) for n in (second, first))
    assert client.get(own).status_code == 200
    assert client.get(others).status_code == 404


@pytest.mark.parametrize("name", REPORTS)
def test_the_filter_leads_to_no_other_site(reader, notices, name):
    first, second = notices
    client = reader(second.site)
    response = client.get(reverse(name), {"site": first.site.pk})
    assert first.site_key not in {
        row.site_key for row in response.context["object_list"]
    }


@pytest.mark.parametrize("form", ["csv", "json"])
def test_no_export_holds_another_sites_records(reader, notices, form):
    client = reader(notices[1].site)
    response = client.get(reverse("cookie_pages_records"), {"export": form})
    lines = b"".join(response.streaming_content).splitlines()
    assert len(lines) == (3 if form == "csv" else 2)


def test_what_was_shown_on_a_date_is_told_of_the_readers_site_alone(reader, notices):
    first, second = notices
    client = reader(second.site)
    asked = {"on": "2100-01-01T00:00", "site": first.site.pk}
    response = client.get(reverse("cookie_pages_notices"), asked)
    assert response.status_code == 200


def test_taken_back_the_reports_are_shut(reader, notices):
    client = reader(notices[1].site)
    menu = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("cookie_pages_notices") in menu
    group = Group.objects.get(name="Readers of one site")
    group.site_permissions.all().delete()
    for name in REPORTS:
        assert client.get(reverse(name)).status_code == 302


def test_the_groups_form_keeps_what_was_ticked(
    reader, editor, group, notices, admin_user
):
    first, second = notices
    reader(first.site, second.site)
    reader_form = reverse("wagtailusers_groups:edit", args=[group.pk])
    editor.force_login(admin_user)
    form = editor.get(reader_form).content.decode()
    assert form.count('name="cookie_pages_reports-sites"') >= 2
    choose(editor, group, second.site)
    kept = group.site_permissions.values_list("site", "permission__codename")
    assert {*kept} == {
        (second.site_id, "view_auditrun"),
        (second.site_id, "view_consentnotice"),
        (second.site_id, "view_consentrecord"),
    }
