"""The demo's production settings: nothing to warn of, a health address, each 500 in the log."""

import os
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from django.db import OperationalError

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "DJANGO_ALLOWED_HOSTS": "example.org",
    "DJANGO_SECRET_KEY": "abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz",
    "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site")]),
}
A_500 = """
import django
django.setup()
from django.test import Client
client = Client(raise_request_exception=False, headers={"host": "example.org"})
print(client.get("/sante/").status_code)
try:
    client.get("/", secure=True)
except ValueError:
    pass  # nor are static files collected, so that its error page fails as well
"""


def run(*arguments, **environment):
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=os.environ | ENVIRONMENT | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_the_deployment_check_is_clean():
    check = run("manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert check.returncode == 0, check.stderr


def test_an_error_leaves_its_traceback(tmp_path):
    """With a database that has no table."""
    result = run("-c", A_500, DATABASE_URL=f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    assert result.stdout.split() == ["503"]
    assert "ERROR" in result.stderr
    assert "Traceback" in result.stderr


@pytest.mark.django_db
def test_the_health_address_says_whether_pages_can_be_served(client):
    response = client.get("/sante/")
    assert (response.status_code, response.content) == (200, b"ok")
    with patch("home.views.Site.objects.exists", side_effect=OperationalError):
        assert client.get("/sante/").status_code == 503
