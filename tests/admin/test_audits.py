"""The audits in the admin: what to do, what is new or gone, what was acknowledged and why."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from cookie_pages.admin.reports import audits
from cookie_pages.audit.finding import Finding
from cookie_pages.models import Acknowledgement, AuditRun, Cookie, Provider
from tests.factories import make_provider, make_purpose

pytestmark = pytest.mark.django_db
HOME = "http://localhost/"


def finding(kind, name, of="cookie", host=""):
    return Finding(kind, name, of, host, places=[("none", HOME)]).as_data()


def make_run(*findings, status="complete"):
    site = Site.objects.get()
    return AuditRun.objects.create(
        site=site,
        site_key=site.pk,
        base=site.root_url,
        status=status,
        findings=list(findings),
        ended_at=timezone.now(),
    )


@pytest.fixture
def run():
    make_run(finding("undeclared", "_old"), finding("before-consent", "_pk_id"))
    return make_run(
        finding("undeclared", "_ga_*", host="www.google-analytics.com"),
        finding("before-consent", "_pk_id"),
    )


def page(client, run):
    response = client.get(reverse("cookie_pages_audit", args=[run.pk]))
    return BeautifulSoup(response.content, "html.parser").main


def test_it_says_what_is_new_what_is_gone_and_what_to_do(editor, run):
    shown = page(editor, run)
    new, still = (
        next(item for item in shown.select("li") if name in item.get_text())
        for name in ("_ga_*", "_pk_id")
    )
    assert new.select(".w-status--primary") and not still.select(".w-status--primary")
    assert HOME in new.get_text()
    gone = shown.find("h2", string="Ne sont plus constatés").find_next("ul").get_text()
    assert "_old" in gone and "_pk_id" not in gone
    text = shown.get_text()
    assert (
        "Placez ce qui le dépose ou l’appelle dans un bloc soumis à sa finalité."
        in text
    )
    assert "C1" in text and "art. 82" in text


def test_one_click_opens_the_form_of_the_undeclared_tracker(editor, run):
    make_purpose()
    make_provider(
        "Ads", embed_hosts="www.google-analytics.com", embed_purpose=make_purpose("ads")
    )
    address = page(editor, run).find("a", string="Déclarer ce cookie")["href"]
    form = BeautifulSoup(editor.get(address).content, "html.parser")
    assert form.select_one("[name=name]")["value"] == "_ga_*"
    assert form.select_one("[name=host]")["value"] == "www.google-analytics.com"
    assert form.select_one("[name=party] [selected]")["value"] == "third"
    provider = Provider.objects.get(name="Ads")
    assert form.select_one("[name=provider]")["value"] == str(provider.pk)
    finality = form.select_one("[name=finality]").get_text().strip()
    assert finality == "Relier les pages d’une même visite, pour mesurer l’audience"
    assert form.select_one("[name=retention_value]")["value"] == "2"
    # Never an exemption, nor a purpose: an editor says what it is for.
    assert not form.select(
        "[name=exemption_class] option[selected][value]:not([value=''])"
    )


@pytest.mark.parametrize(
    "asked",
    [
        {"storage_type": "rocket"},
        {"host": "no host"},
        {"name": "x" * 5000},
        {"id": "1"},
    ],
)
def test_an_odd_address_of_the_form_breaks_nothing(editor, asked):
    address = reverse(Cookie.snippet_viewset.get_url_name("add"))
    assert editor.get(address, asked).status_code == 200


def acknowledge(client, run, **data):
    return client.post(reverse("cookie_pages_audit", args=[run.pk]), data, follow=True)


def test_an_acknowledged_finding_is_kept_with_its_reason(editor, run):
    key = run.findings[1]["key"]
    acknowledge(editor, run, key=key, reason="The tool goes in May.")
    shown = page(editor, run)
    known = (
        shown.find("h2", string="Constats dont il est pris acte")
        .find_next("ul")
        .get_text()
    )
    assert "The tool goes in May." in known and "editor" in known
    assert "Déposé avant le consentement" not in [
        h.contents[0].strip() for h in shown.select("h2")
    ]
    # It holds for the runs that come after, and keeps one reason.
    acknowledge(editor, run, key=key, reason="In June.")
    assert Acknowledgement.objects.get().reason == "In June."


@pytest.mark.parametrize(
    "data", [{}, {"key": "before-consent|cookie|_pk_id|"}, {"key": "x", "reason": "y"}]
)
def test_without_a_reason_or_a_finding_nothing_is_acknowledged(editor, run, data):
    response = acknowledge(editor, run, **data)
    assert (
        "Dites pourquoi ce constat peut rester en l’état." in response.content.decode()
    )
    assert not Acknowledgement.objects.exists()


def test_starting_one_shows_its_progress_and_starts_no_second(editor, monkeypatch):
    launched = []
    monkeypatch.setattr(audits, "launch", launched.append)
    for _ in range(2):
        response = editor.post(
            reverse("cookie_pages_audit_start"), {"site": Site.objects.get().pk}
        )
        run = AuditRun.objects.get()
        assert response.url == reverse("cookie_pages_audit", args=[run.pk])
    assert launched == [run]
    shown = editor.get(response.url)
    assert shown["Refresh"] == "3" and b"<progress" in shown.content
    listed = editor.get(reverse("cookie_pages_audits")).content.decode()
    assert "en cours" in listed


def test_who_may_only_view_starts_and_acknowledges_nothing(
    client, run, django_user_model
):
    user = django_user_model.objects.create_user("reader", password="secret")
    names = ["access_admin", "view_auditrun"]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(user)
    assert (
        "Lancer un audit"
        not in client.get(reverse("cookie_pages_audits")).content.decode()
    )
    assert not page(client, run).select("textarea")
    acknowledge(client, run, key=run.findings[0]["key"], reason="no")
    client.post(reverse("cookie_pages_audit_start"), {"site": run.site_id})
    assert not Acknowledgement.objects.exists() and AuditRun.objects.count() == 2


def test_without_the_permission_there_is_nothing(client, run, django_user_model):
    user = django_user_model.objects.create_user("nobody", password="secret")
    user.user_permissions.set(Permission.objects.filter(codename="access_admin"))
    client.force_login(user)
    for address in ("cookie_pages_audits", "cookie_pages_audit"):
        arguments = [run.pk] if address == "cookie_pages_audit" else []
        assert client.get(reverse(address, args=arguments)).status_code in (302, 404)


def test_the_admins_home_says_what_the_last_one_found(editor, run, client):
    home = editor.get(reverse("wagtailadmin_home")).content.decode()
    assert "2 constats" in home
    assert reverse("cookie_pages_audit", args=[run.pk]) in home
    acknowledge(editor, run, key=run.findings[1]["key"], reason="It goes in May.")
    assert "1 constat<" in editor.get(reverse("wagtailadmin_home")).content.decode()


def test_who_may_not_read_audits_is_told_nothing_there(client, run, django_user_model):
    user = django_user_model.objects.create_user("nobody", password="secret")
    user.user_permissions.set(Permission.objects.filter(codename="access_admin"))
    client.force_login(user)
    assert "constat" not in client.get(reverse("wagtailadmin_home")).content.decode()
