"""The rows of a charter are in the order in which an editor ticked the cookies."""

from django.urls import reverse

from cookie_pages.models import CookieCharterPage
from tests.browser.conftest import eventually

from .editors import log_in


def test_cookies_are_added_as_they_were_ticked(demo, visit):
    visitor = visit()
    page = visitor.page
    log_in(visitor)
    charter = CookieCharterPage.objects.get(locale__language_code="fr")
    visitor.open(reverse("wagtailadmin_pages:edit", args=[charter.pk]))
    chosen = page.locator("input[name^=charter_rows][name$=-cookie]")
    before = chosen.count()
    page.locator("#id_charter_rows-OPEN_MODAL").click()
    boxes = page.locator("[data-multiple-choice-select]")
    boxes.first.wait_for()
    wanted = [boxes.nth(at) for at in (2, 0, 1)]
    for box in wanted:
        box.check()
    keys = [box.get_attribute("value") for box in wanted]
    page.locator("[data-multiple-choice-submit]").click()
    eventually(lambda: chosen.count() == before + 3)
    last = [field.input_value() for field in chosen.all()[before:]]
    assert last == keys
