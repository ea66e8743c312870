"""What a reader does besides opening pages: each of the four cookies of the charter has one."""

import secrets

from django.contrib.auth import get_user_model


def log_in():
    """``csrftoken`` with the form, ``sessionid`` once it is sent."""
    password = secrets.token_urlsafe(16)
    name = f"audit-{secrets.token_hex(4)}"
    user = get_user_model().objects.create_user(name, password=password)

    def steps(page, address):
        page.goto(f"{address}/connexion/")
        page.fill("input[name=username]", name)
        page.fill("input[name=password]", password)
        page.locator("main form button").first.click()
        page.goto(f"{address}/")
        # The next state of consent begins logged out, as this one did.
        page.goto(f"{address}/connexion/")
        page.locator("main form button").click()

    try:
        yield steps
    finally:
        user.delete()


def switch_language():
    """``django_language``."""

    def steps(page, address):
        page.goto(f"{address}/")
        page.click("form.language button")

    yield steps


def call_the_api():
    """``csrftoken``, by the search that asks the API."""

    def steps(page, address):
        page.goto(f"{address}/jeux-de-donnees/")
        page.locator("main form input").first.fill("plateforme")
        page.locator("main form button").first.click()

    yield steps
