"""Who may edit the declarations of one site edits those of no other, by any address."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupSitePermission, Page, Site

from cookie_pages.admin.group_sites import GIVEN
from cookie_pages.models import Cookie, Provider, Purpose
from tests.admin.test_declarations import cookie_data, purpose_data, url
from tests.factories import make_cookie, make_provider, make_purpose

pytestmark = pytest.mark.django_db


@pytest.fixture
def other():
    return Site.objects.create(hostname="other.test", root_page=Page.objects.last())


def as_member(client, django_user_model, *given):
    """Log a member in of a group that has ``given``: pairs of a list's name and a site."""
    group = Group.objects.create(name="Editors of one site")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for name, site in given:
        for permission in Permission.objects.filter(
            content_type__app_label="cookie_pages", codename__in=GIVEN[name]
        ):
            GroupSitePermission.objects.create(
                group=group, site=site, permission=permission
            )
    user = django_user_model.objects.create_user("member")
    user.groups.add(group)
    client.force_login(user)
    return client


@pytest.fixture
def member(client, django_user_model, other):
    return as_member(client, django_user_model, ("writes", other), ("publishes", other))


def test_the_list_holds_what_one_may_edit(member, other):
    make_purpose("mine", sites=[other.pk])
    make_purpose("shared")
    make_purpose("both", sites=[other.pk, Site.objects.first().pk])
    listed = member.get(url(Purpose, "list")).context["object_list"]
    assert [purpose.slug for purpose in listed] == ["mine"]


@pytest.mark.parametrize(
    "action", ["edit", "delete", "unpublish", "history", "usage", "revisions_compare"]
)
@pytest.mark.parametrize("model", [Purpose, Provider, Cookie])
def test_what_is_on_another_site_is_out_of_reach(member, other, model, action):
    make = {Purpose: make_purpose, Provider: make_provider, Cookie: make_cookie}[model]
    theirs = make()
    mine = make("mine") if model is not Cookie else make(purpose=theirs.purpose)
    mine.sites = [other.pk]
    mine.save()
    args = ["earliest", "latest"] if action == "revisions_compare" else []
    if args:
        mine.save_revision()
        theirs.save_revision()
    answers = [
        member.get(url(model, action, item.pk, *args)) for item in (mine, theirs)
    ]
    assert answers[0].status_code == 200
    assert answers[1].status_code == 302
    assert answers[1].url == reverse("wagtailadmin_home")


def test_a_shared_one_is_not_published_nor_unpublished(member):
    shared = make_purpose("shared", name="Shared")
    data = purpose_data(name="Changed") | {"action-publish": "1"}
    member.post(url(Purpose, "edit", shared.pk), data)
    member.post(url(Purpose, "unpublish", shared.pk))
    shared.refresh_from_db()
    assert (shared.name, shared.live) == ("Shared", True)
    assert shared.latest_revision is None


def test_what_one_makes_is_on_ones_own_sites(member, other):
    first = Site.objects.exclude(pk=other.pk).get()
    response = member.post(url(Purpose, "add"), purpose_data(sites=[first.pk]))
    assert "sites" in response.context["form"].errors
    member.post(url(Purpose, "add"), purpose_data())
    assert Purpose.objects.get().sites == [other.pk]


def test_one_declared_in_a_chooser_too(member, other):
    chooser = Cookie.snippet_viewset.chooser_viewset
    member.post(reverse(chooser.get_url_name("create")), cookie_data())
    assert Cookie.objects.get().sites == [other.pk]


def test_who_writes_does_not_publish(client, django_user_model, other):
    writer = as_member(client, django_user_model, ("writes", other))
    data = purpose_data(sites=[other.pk]) | {"action-publish": "1"}
    writer.post(url(Purpose, "add"), data)
    assert not Purpose.objects.get().live


def test_who_may_edit_all_still_does(editor, other):
    shared = make_purpose("shared")
    data = purpose_data(slug="shared", name="Changed") | {"action-publish": "1"}
    editor.post(url(Purpose, "edit", shared.pk), data)
    shared.refresh_from_db()
    assert shared.name == "Changed"
