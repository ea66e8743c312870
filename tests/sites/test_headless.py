"""The charter is data in Wagtail's API, v2 and v3."""

import pytest
import wagtail

V2 = """
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet

router = WagtailAPIRouter("wagtailapi")
router.register_endpoint("pages", PagesAPIViewSet)
urlpatterns.insert(0, path("api/v2/", router.urls))
"""
V3 = """
from wagtail.api.v3.urls import api

urlpatterns.insert(0, path("api/v3/", api.urls))
"""
READ = """
import json
from django.test import Client
from wagtail.models import Page

page = Page.objects.get(slug="charter")
answer = Client().get(f"/api/{version}/pages/{page.pk}/")
assert answer.status_code == 200, (answer.status_code, answer.content)
print("DATA" + json.dumps(answer.json()))
"""


APIS = [("v2", V2, "wagtail.api.v2")]
if wagtail.VERSION >= (8,):
    APIS.append(("v3", V3, "wagtail.api.v3"))


@pytest.mark.parametrize("version, urls, app", APIS)
def test_the_charter_is_data(site, version, urls, app):
    import json

    site.add(f"INSTALLED_APPS += ['{app}', 'rest_framework']")
    site.add(urls, site.urls)
    site.probe()
    printed = site.python(f"version = {version!r}\n{READ}")
    data = json.loads(printed.split("DATA")[1].splitlines()[0])
    assert "What we use" in data["introduction"]
    (block,) = data["body"]
    assert (block["type"], block["value"]["purposes"]) == ("cookie_table", [])
    (row,) = data["rows"]
    assert (row["name"], row["retention"]) == ("_count", "Session")
    assert row["provider"]["name"] == "Counter"
    assert row["purpose"] == {
        "slug": "statistics",
        "name": "Statistics",
        "needs_consent": True,
    }
