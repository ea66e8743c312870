"""The seed's charter written by hand in the admin: how many clicks it takes."""

from playwright.sync_api import expect

from cookie_pages.models import CookieCharterPage
from cookie_pages.seed import charter_fr as text

# It took 43 of them with the cookies declared, before a charter began with its usual sections.
MOST_CLICKS = 18


class Hand:
    """A mouse that counts, and a keyboard."""

    def __init__(self, page):
        self.page = page
        self.clicks = 0

    def click(self, locator):
        self.clicks += 1
        locator.click()

    def write(self, locator, words):
        """In a field: one click, then all that is in it is written anew."""
        self.click(locator)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.press("Delete")
        if words:
            self.page.keyboard.insert_text(words)


def test_it_takes_half_the_clicks(editing):
    page = editing.page
    hand = Hand(page)
    hand.click(page.get_by_role("button", name="Cookies", exact=True))
    hand.click(page.get_by_role("link", name="Chartes cookies"))
    hand.click(
        page.locator("header a[href*=choose_parent], a[href*=choose_parent]").first
    )
    page.locator("[data-table-names]").first.wait_for(timeout=15_000)
    hand.write(page.locator("[name=title]"), "Charte à la main")
    rich = page.locator(".Draftail-Editor [role=textbox]")
    hand.write(rich.nth(0), text.INTRODUCTION)
    headings = page.locator("input[name^=body-][name$=-heading]")
    hand.write(headings.nth(0), text.DEFINITION_HEADING)
    kinds = "\n".join([text.KINDS_INTRODUCTION, *text.KINDS])
    hand.write(rich.nth(1), f"{text.DEFINITION}\n{kinds}")
    hand.write(headings.nth(1), text.USES_HEADING)
    hand.write(rich.nth(2), "")
    hand.click(page.locator("p:has([data-table-names]) button").first)
    for name in text.COOKIES:
        row = page.locator(".modal-body tr", has_text=name).first
        hand.click(row.locator("input[type=checkbox]"))
    hand.click(page.get_by_role("button", name="Confirmer la sélection"))
    expect(page.locator("[data-table-names]").first).to_contain_text("csrftoken")
    hand.write(page.locator("input[name$=-caption]").first, text.CAPTION)
    hand.click(page.locator("footer [data-w-dropdown-target=toggle]").first)
    hand.click(page.get_by_role("button", name="Publier").first)
    expect(page.locator(".messages")).to_contain_text("publiée")

    made = CookieCharterPage.objects.get(title="Charte à la main")
    assert [row.cookie.name for row in made.charter_rows.all()] == [*text.COOKIES]
    editing.open(made.url)
    for words in (
        text.INTRODUCTION,
        text.DEFINITION_HEADING,
        text.CAPTION,
        text.KINDS[3],
    ):
        expect(page.locator("main")).to_contain_text(words)
    print("clicks:", hand.clicks)
    assert hand.clicks <= MOST_CLICKS
