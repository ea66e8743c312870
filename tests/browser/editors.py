"""Who edits, in the browser tests."""

from django.contrib.auth import get_user_model


def log_in(editor):
    """Make an administrator, and log the visitor in as them."""
    get_user_model().objects.create_superuser("edith", "", "une phrase longue")
    editor.open("/admin/login/")
    editor.page.fill("[name=username]", "edith")
    editor.page.fill("[name=password]", "une phrase longue")
    editor.page.click("[type=submit]")
    editor.page.wait_for_url("**/admin/")
