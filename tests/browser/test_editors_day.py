"""An editor's day in French: from a suggestion to what visitors are asked again, with two roles."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import expect
from wagtail.models import (
    GroupApprovalTask,
    Workflow,
    WorkflowContentType,
    WorkflowTask,
)
from wagtail.users.models import UserProfile

from cookie_pages.models import (
    ConsentNotice,
    Cookie,
    CookieCharterPage,
    Provider,
)


@pytest.fixture
def roles(demo):
    """Groups as the command makes them, and a moderation of cookies by those who publish."""
    call_command("make_cookie_groups")
    publishers = Group.objects.get(name="Publication des cookies")
    workflow = Workflow.objects.create(name="Relecture des cookies")
    task = GroupApprovalTask.objects.create(name="Relecture")
    task.groups.add(publishers)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowContentType.objects.create(
        workflow=workflow, content_type=ContentType.objects.get_for_model(Cookie)
    )


def log_in(visitor, name, group):
    user = get_user_model().objects.create_user(name, f"{name}@a.test", "une phrase")
    user.groups.add(Group.objects.get(name=group))
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "fr"
    profile.save()
    visitor.open("/admin/login/")
    visitor.page.fill("[name=username]", name)
    visitor.page.fill("[name=password]", "une phrase")
    visitor.page.click("[type=submit]")
    visitor.page.wait_for_url("**/admin/")
    return visitor.page


def add(page, kind):
    page.get_by_role("button", name="Cookies", exact=True).click()
    page.get_by_role("link", name=kind, exact=True).click()


def act(page, name):
    """Press a button of the footer's menu, whose first button saves the draft."""
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    page.get_by_role("button", name=re.compile(name)).first.click()


def declare_from_a_suggestion(page):
    add(page, "Cookies et traceurs")
    page.get_by_role("link", name="Déclarer un cookie ou un traceur").click()
    page.fill("[name=name]", "_pk_id.*")
    page.locator("[data-known] button").first.click()
    expect(page.locator("[name=finality]")).not_to_have_value("")
    page.fill("[name=service]", "Mesure d’audience (toutes les pages)")
    page.select_option("[name=purpose]", label="Mesure d’audience")
    expect(page.locator("[name=exemption_class]")).to_be_hidden()
    page.get_by_role("button", name="Choisir un prestataire").click()
    page.get_by_role("tab", name="Ajouter").click()
    new = page.locator(".modal-body form").last
    new.locator("[name$=name]").first.fill("Matomo")
    new.locator("[name$=country]").first.select_option("NZ")
    new.locator("[name$=safeguard]").fill("Décision d’adéquation du 19 décembre 2012")
    new.get_by_role("button", name="Ajouter").or_(
        new.locator("[type=submit]")
    ).last.click()
    expect(page.locator(".modal-body")).to_have_count(0)


def test_an_editors_day(roles, visit, settings):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    visitor, writer, publisher = visit(), visit(), visit()
    visitor.open("/")
    with visitor.page.expect_response("**/cookies/consent/"):
        visitor.button("Tout refuser").click()

    page = log_in(writer, "rose", "Rédaction des cookies")
    declare_from_a_suggestion(page)
    act(page, "Soumettre")
    page.wait_for_url(re.compile(r"/cookie/(\?|$)"))
    cookie = Cookie.objects.get(name="_pk_id.*")
    assert not cookie.live
    assert cookie.current_workflow_task

    # The provider is read and published first, with the advice that its form gives.
    page = log_in(publisher, "paul", "Publication des cookies")
    provider = Provider.objects.get(name="Matomo")
    assert not provider.live
    edit = Provider.snippet_viewset.get_url_name("edit")
    publisher.open(reverse(edit, args=[provider.pk]))
    page.locator("#cookie-advice summary").click()
    expect(page.locator("#cookie-advice")).to_contain_text(
        "politique de confidentialité"
    )
    page.fill("[name=policy_url]", "https://matomo.org/privacy-policy/")
    page.fill("[name=legal_name]", "InnoCraft Ltd")
    act(page, "Publier")
    page.wait_for_url(re.compile(r"/provider/(\?|$)"))

    edit = Cookie.snippet_viewset.get_url_name("edit")
    publisher.open(reverse(edit, args=[cookie.pk]))
    effect = page.locator("#cookie-forecast")
    expect(effect).to_contain_text("nouveau destinataire « Matomo »")
    effect.locator("[name=cookie-asks-again]").check()
    act(page, "^Approuver et Publier$")
    page.wait_for_url(re.compile(r"/cookie/(\?|$)"))
    notice = ConsentNotice.objects.first()
    assert (notice.number, notice.terms) == (2, 2)

    charter = CookieCharterPage.objects.get(locale__language_code="fr")
    publisher.open(reverse("wagtailadmin_pages:edit", args=[charter.pk]))
    page.locator("p:has([data-table-names]) button").first.click()
    box = page.locator(".modal-body tr", has_text="_pk_id.*").first
    box.locator("input[type=checkbox]").check()
    page.get_by_role("button", name="Confirmer la sélection").click()
    expect(page.locator("[data-table-names]").first).to_contain_text("_pk_id.*")
    act(page, "Publier")
    expect(page.locator(".messages")).to_contain_text("publiée")

    visitor.open(charter.url)
    expect(visitor.banner).to_be_visible()
    expect(visitor.page.locator("main")).to_contain_text("_pk_id.*")
    for one in (writer, publisher):
        one.errors.clear()
