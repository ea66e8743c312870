"""Who leaves has a site that works, as if the module had never been there."""

from .bare import ROOT, Failed

INSTALL = (ROOT / "docs/install.md").read_text()

AFTER = """
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from wagtail.models import Page, Revision, Site

editor = Client()
editor.force_login(get_user_model().objects.first())
root = Site.objects.get().root_page
for address in ("/", "/admin/", f"/admin/pages/{root.pk}/", "/admin/reports/site-history/",
                f"/admin/pages/{root.pk}/edit/", "/admin/groups/", "/admin/settings/"):
    status = editor.get(address, follow=True).status_code
    assert status == (404 if address.endswith("settings/") else 200), (address, status)
assert not [name for name in connection.introspection.table_names() if "cookie" in name]
assert not Page.objects.filter(slug="charter").exists()
assert not ContentType.objects.filter(app_label="cookie_pages").exists()
assert set(Group.objects.values_list("name", flat=True)) == {"Editors", "Moderators"}
home = editor.get("/").content.decode()
assert "cookie" not in home
print("as before")
"""


def test_the_readmes_way_out(site):
    site.probe()
    for command in ("leave_cookie_pages", "remove_stale_contenttypes"):
        assert f"manage.py {command}" in INSTALL
    assert "1 consent records" in site.manage("leave_cookie_pages", "--noinput")
    site.replace('"cookie_pages", "django_countries", ', "")
    site.replace('path("cookies/", include("cookie_pages.urls")),', "", site.urls)
    for tag in ("load cookie_pages_tags", "cookie_banner", "cookie_preferences_button"):
        site.replace(f"{{% {tag} %}}", "", site.base)
    assert "no issues" in site.manage("check")
    assert "No changes detected" in site.manage("makemigrations", "--check")
    site.manage("migrate", "--verbosity=0")
    site.manage("remove_stale_contenttypes", "--include-stale-apps", "--noinput")
    assert "as before" in site.python(AFTER)


def test_whose_own_pages_need_it_is_told(site):
    site.add(
        "from cookie_pages.models import CharterRow, CookieCharterMixin\n"
        "from django.db import models\nfrom modelcluster.fields import ParentalKey\n"
        "class Charter(CookieCharterMixin, Page):\n    pass\n"
        "class Row(CharterRow):\n"
        "    page = ParentalKey(Charter, on_delete=models.CASCADE, related_name='charter_rows')\n",
        site.folder / "home/models.py",
    )
    try:
        site.manage("leave_cookie_pages", "--noinput")
    except Failed as error:
        assert "home.Row still needs the module" in str(error)
    else:
        raise AssertionError("it left")
