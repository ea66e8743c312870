"""Import and export in the admin: a preview, then all or nothing, behind the permissions."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cookie_pages.models import Provider, Purpose
from tests.factories import make_cookie, make_provider, make_purpose, make_site_content
from tests.unit.test_records import make_record

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/cookie-pages/exchange/"
NEW = "type;nom;entité juridique\nprovider;Vimeo;Vimeo Inc\n"


def send(client, text, name="x.csv", **data):
    return client.post(
        ADDRESS, {"file": SimpleUploadedFile(name, text.encode())} | data
    )


def rows_of(response):
    page = BeautifulSoup(response.content, "html.parser")
    return {
        tag["name"]: tag["value"] for tag in page.select("main form input[type=hidden]")
    }


def test_nothing_is_kept_before_the_preview_was_seen(editor):
    response = send(editor, NEW)
    shown = response.content.decode()
    assert "Vimeo" in shown
    assert "nouveau" in shown
    assert not Provider.objects.exists()
    response = editor.post(ADDRESS, rows_of(response))
    assert response.url == reverse("cookie_pages_overview")
    made = Provider.objects.get()
    assert (made.name, made.legal_name, made.live) == ("Vimeo", "Vimeo Inc", False)


def test_faults_are_a_table_and_keep_the_form(editor):
    response = send(editor, "type,name,country\nprovider,A,Atlantis\nprovider,B,FR\n")
    page = BeautifulSoup(response.content, "html.parser")
    cells = [cell.text for cell in page.select("main tbody td")]
    assert cells == ["ligne 2", "Pays", "« Atlantis » n’est pas un pays."]
    assert not Provider.objects.exists()


@pytest.mark.parametrize(
    "name, text", [("x.pdf", "a"), ("x.csv", "a,b\n1,2"), ("x.json", "{")]
)
def test_what_is_no_such_file_is_said_at_its_field(editor, name, text):
    assert send(editor, text, name).context["form"].errors["file"]


@pytest.mark.parametrize(
    "rows", ["{", "[1]", '[["cookie"]]', '[["planet", {}, "x"]]', "[]"]
)
def test_rows_that_were_tampered_with_are_refused(editor, rows):
    response = editor.post(ADDRESS, {"rows": rows, "confirmed": "1"})
    assert response.status_code == 200
    assert response.context["form"].errors["file"]


def test_no_file_is_said(editor):
    assert editor.post(ADDRESS, {}).context["form"].errors["file"]


def test_publishing_what_asks_again_is_confirmed(editor, publish_now):
    make_site_content()
    make_record(publish_now())
    text = (
        "type,name,slug,description,published,purpose,provider,service,finality\n"
        "purpose,Cartes,maps,Afficher des cartes d’un autre site.,yes,,,,\n"
        "cookie,map,,,yes,maps,Nouveau,Carte,Lieux\n"
        "provider,Nouveau,,,yes,,,,\n"
    )
    response = send(editor, text, publish="on")
    assert "redemander le choix" in response.content.decode()
    rows = rows_of(response)
    assert editor.post(ADDRESS, rows).status_code == 200
    assert not Purpose.objects.filter(slug="maps").exists()
    assert editor.post(ADDRESS, rows | {"asks_again": "on"}).status_code == 302
    assert Purpose.objects.get(slug="maps").live


@pytest.mark.parametrize("wanted", ["csv", "xlsx", "json"])
def test_an_export_comes_in_again(editor, wanted):
    make_cookie()
    response = editor.get(f"/admin/cookie-pages/export/{wanted}/")
    assert f".{wanted}" in response["Content-Disposition"]
    data = SimpleUploadedFile(f"x.{wanted}", response.content)
    shown = editor.post(ADDRESS, {"file": data}).content.decode()
    assert "3 lignes disent ce qui est déjà là" in shown


def member(client, django_user_model, *codenames):
    group = Group.objects.create(name="members")
    group.permissions.set(
        Permission.objects.filter(codename__in=["access_admin", *codenames])
    )
    user = django_user_model.objects.create_user("member")
    user.groups.add(group)
    client.force_login(user)
    return client


def test_who_may_not_edit_all_neither_exports_nor_imports(client, django_user_model):
    make_purpose()
    make_provider()
    reader = member(client, django_user_model, "change_cookie")
    assert reader.get(ADDRESS).status_code == 302
    assert send(reader, NEW).status_code == 302
    assert reader.get("/admin/cookie-pages/export/csv/").status_code in (302, 403)
    assert ADDRESS not in reader.get("/admin/").content.decode()


def test_who_may_not_publish_imports_drafts(client, django_user_model):
    kinds = ("purpose", "provider", "cookie")
    codenames = [f"{action}_{kind}" for kind in kinds for action in ("add", "change")]
    writer = member(client, django_user_model, *codenames)
    response = send(writer, "type,name,published\nprovider,A,yes\n", publish="on")
    writer.post(ADDRESS, rows_of(response) | {"publish": "on"})
    assert not Provider.objects.get().live
