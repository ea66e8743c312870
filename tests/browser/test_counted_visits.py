"""The demo's own measurement keeps to the thirteen months that its charter declares (C29)."""

from .conftest import eventually


def counted(visitor):
    cookies = visitor.page.context.cookies()
    return next((item for item in cookies if item["name"] == "visits"), None)


def test_a_later_visit_does_not_make_it_last_longer(visit):
    visitor = visit()
    visitor.open("/decouvrir/")
    visitor.button("Tout accepter").click()
    eventually(lambda: counted(visitor))
    first = counted(visitor)
    assert first["value"].startswith("1.")
    # Time itself must pass: an expiry is in whole seconds.
    visitor.page.wait_for_timeout(1100)
    visitor.page.reload()
    eventually(lambda: counted(visitor)["value"].startswith("2."))
    assert counted(visitor)["expires"] == first["expires"]
