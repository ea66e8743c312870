"""While a cookie's name is typed, what is known of it is offered; a click fills the form (S4)."""

import re

from django.urls import reverse
from playwright.sync_api import expect

from cookie_pages.models import Cookie

from .editors import log_in


def test_a_known_cookie_fills_the_form_and_decides_nothing(demo, visit, settings):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    visitor = visit()
    page = visitor.page
    log_in(visitor)
    visitor.open(reverse(Cookie.snippet_viewset.get_url_name("add")))
    offered = page.locator("[data-known] li")
    expect(offered).to_have_count(0)
    page.locator("input[name=name]").press_sequentially("sessionid")
    # What the site is made with, and a provider that it declares.
    expect(offered).to_contain_text(["Django", "Opendatasoft"])
    page.fill("input[name=name]", "_pk_id.*")
    expect(offered.first).to_contain_text("Matomo")
    expect(offered.first).to_contain_text("Mesure d’audience")
    source = offered.first.get_by_role("link", name="Source")
    expect(source).to_have_attribute("href", re.compile("^https://matomo.org/"))
    assert page.locator("[name=finality]").input_value() == ""
    offered.first.get_by_role("button", name="Reprendre ces mots").click()
    expect(page.locator("[name=finality]")).to_have_value(
        "Reconnaître un visiteur d’une visite à l’autre, pour mesurer l’audience"
    )
    assert page.locator("[name=retention_value]").input_value() == "13"
    assert page.locator("[name=retention_unit]").input_value() == "month"
    assert page.locator("[name=exemption_class]").input_value() == ""
    assert page.locator("[name=purpose]").input_value() == ""
    page.fill("input[name=name]", "nothing-like-it")
    expect(offered).to_have_count(0)
    visitor.errors.clear()
