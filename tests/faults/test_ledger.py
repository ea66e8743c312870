"""The ledger in a database of its own: what goes there, what finds it, and when it is gone."""

import uuid

import pytest

from .conftest import Server
from .site import found, running

TABLES = """
from django.db import connections
for alias in ("default", "ledger"):
    names = connections[alias].introspection.table_names()
    print(*(name for name in names if name.startswith("cookie_pages_consent")))
"""
REPORT = """
from django.contrib.auth import get_user_model
from django.test import Client
client = Client(headers={"host": "127.0.0.1"})
client.force_login(get_user_model().objects.get(username="admin"))
from django.urls import reverse
address = reverse("cookie_pages_records")
for query in ("", "?site=1", "?export=csv", "?export=json"):
    response = client.get(address + query)
    assert response.status_code == 200, (query, response.status_code)
    body = b"".join(response) if response.streaming else response.content
    named = body.count(b"statistics") or body.count("Mesure d’audience".encode())
    print(named, body.count(b"<tr"))
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def split(request, tmp_path):
    """A demo whose records are in another database than its pages."""
    if request.param == "sqlite":
        urls = [f"sqlite:///{tmp_path / name}.sqlite3" for name in ("site", "ledger")]
    else:
        make = request.getfixturevalue("new_database")
        urls = [make("split_site"), make("split_ledger")]
    server = Server(*urls)
    server.make()
    return server


def test_records_and_counts_go_there_and_all_else_stays(split):
    """The report, the exports, the receipt's notice and the pruning find both."""
    site, ledger = split.python(TABLES).splitlines()
    assert set(site.split()) == {
        "cookie_pages_consentbanner",
        "cookie_pages_consentnotice",
    }
    assert set(ledger.split()) == {
        "cookie_pages_consentday",
        "cookie_pages_consentflood",
        "cookie_pages_consentrecord",
    }
    records = [str(uuid.uuid4()) for _ in range(20)]
    with running(split, workers=2) as demo:
        assert {demo.post(record) for record in records} == {201}
        assert demo.post(records[0]) == 200
    assert found(split) == dict.fromkeys(records, 1)
    lines = [line.split() for line in split.python(REPORT).splitlines()]
    assert int(lines[0][1]) > 20  # a row each, and the figures by day
    assert lines[0] == lines[1]
    assert [int(line[0]) for line in lines[2:]] == [20, 20]
    split.run("manage.py", "verify_notices")
    split.python(
        "from cookie_pages.models import ConsentRecord\n"
        "ConsentRecord.objects.update(created_at='2020-01-01T00:00Z')"
    )
    assert "20 records" in split.run("manage.py", "prune_consent_records")
    assert not found(split)


def test_on_postgresql_the_ledgers_time_has_an_index_that_stays_small(
    postgresql_server,
):
    server = postgresql_server
    server.python(
        "from cookie_pages.models import ConsentNotice, ConsentRecord\n"
        "notice = ConsentNotice.objects.first()\n"
        "ConsentRecord.objects.bulk_create(ConsentRecord(notice=notice, site_key=notice.site_key,"
        " choices={'video': True}, method='banner', language='fr') for _ in range(20_000))"
    )
    kind, size = server.python(
        "from django.db import connection\n"
        "with connection.cursor() as cursor:\n"
        "    cursor.execute('VACUUM ANALYZE cookie_pages_consentrecord')\n"
        '    cursor.execute("select amname, pg_relation_size(c.oid) from pg_class c join pg_am a'
        " on a.oid = relam where relname = 'cookie_pages_record_time'\")\n"
        "    print(*cursor.fetchone())"
    ).split()
    assert kind == "brin"
    assert int(size) <= 32_768  # a tree of as many: over 400,000
