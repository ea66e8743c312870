"""What a database in memory holds, kept page by page and put back in milliseconds."""

import sqlite3

from django.conf import settings
from django.core.management import call_command
from django.db import connection


def can_be_kept() -> bool:
    """One SQLite database; another engine, or a ledger apart, has no such copy."""
    return connection.vendor == "sqlite" and len(settings.DATABASES) == 1


def kept() -> sqlite3.Connection:
    """A copy of all that the database holds now. Not within a transaction."""
    copy = sqlite3.connect(":memory:", check_same_thread=False)
    connection.ensure_connection()
    connection.connection.backup(copy)
    return copy


def fill(contents: sqlite3.Connection) -> None:
    """The database holds ``contents`` and nothing else. Not within a transaction."""
    connection.ensure_connection()
    contents.backup(connection.connection)


def demo() -> sqlite3.Connection:
    """The demo site's content; the database is left as it was."""
    before = kept()
    call_command("demo", verbosity=0)
    contents = kept()
    fill(before)
    return contents
