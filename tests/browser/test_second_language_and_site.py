"""An editor translates a purpose, and the editor of another site declares for that one alone."""

import re

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from playwright.sync_api import expect
from wagtail.models import GroupSitePermission, Page, Site
from wagtail.users.models import UserProfile

from cookie_pages.admin.group_sites import GIVEN
from cookie_pages.models import Cookie, Purpose
from tests.factories import make_cookie, make_purpose

from .test_editors_day import act


def test_a_second_language(editing, visit):
    french = make_purpose("maps", name="Cartes")
    make_cookie("m", purpose=french)
    french.save_revision().publish()
    reader = visit()
    reader.open("/en/")
    expect(reader.banner).to_contain_text("Cartes")

    page = editing.page
    editing.open("/admin/cookie-pages/")
    expect(page.locator("main")).to_contain_text(re.compile("Finalités, Anglais.*1"))
    edit = Purpose.snippet_viewset.get_url_name("edit")
    editing.open(reverse(edit, args=[french.pk]))
    page.get_by_role("link", name="Traduire", exact=True).click()
    page.get_by_role("button", name="Traduire").click()
    page.wait_for_url(re.compile(r"/purpose/edit/"))
    expect(page.locator("[name=slug]")).to_have_count(0)
    page.fill("input[name=name]", "Maps")
    page.fill("textarea[name=description]", "Show here the maps of another site.")
    act(page, "Publier")
    page.wait_for_url(re.compile(r"/purpose/(\?|$)"))

    reader.open("/en/")
    expect(reader.banner).to_contain_text("Maps")
    assert not reader.errors


def test_a_second_site(editing):
    other = Site.objects.create(
        hostname="other.test", root_page=Page.objects.get(slug="decouvrir")
    )
    group = Group.objects.create(name="Éditeurs de l’autre site")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for permission in Permission.objects.filter(
        content_type__app_label="cookie_pages",
        codename__in=[*GIVEN["writes"], *GIVEN["publishes"]],
    ):
        GroupSitePermission.objects.create(
            group=group, site=other, permission=permission
        )
    user = get_user_model().objects.get(username="edith")
    user.is_superuser = False
    user.save()
    user.groups.add(group)
    UserProfile.get_for_user(user)
    page = editing.page
    editing.open(reverse(Cookie.snippet_viewset.get_url_name("list")))
    expect(page.locator("td.title")).to_have_count(0)
    page.get_by_role("link", name="Déclarer un cookie ou un traceur").first.click()
    page.fill("input[name=name]", "autre")
    page.fill("[name=service]", "L’autre site")
    page.fill("[name=finality]", "Compter les visites de l’autre site")
    page.select_option("[name=purpose]", label="Mesure d’audience")
    page.get_by_role("button", name="Choisir un prestataire").click()
    page.get_by_role("link", name="L’académie").click()
    expect(page.locator("[name=sites]")).to_have_count(1)
    act(page, "Publier")
    page.wait_for_url(re.compile(r"/cookie/(\?|$)"))
    made = Cookie.objects.get(name="autre")
    assert (made.live, made.sites) == (True, [other.pk])
    first = Cookie.objects.exclude(pk=made.pk).first()
    editing.open(reverse(Cookie.snippet_viewset.get_url_name("edit"), args=[first.pk]))
    expect(page).to_have_url(re.compile(r"/admin/$"))
