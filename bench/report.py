"""The report on a small and on a large ledger: queries and time, in one run.

    .venv/bin/python bench/report.py                    # 10,000 and 10,000,000 records
    .venv/bin/python bench/report.py 10000 1000000
    DATABASE_URL=postgres://… .venv/bin/python bench/report.py

The records are spread over five years; without DATABASE_URL they fill an SQLite file in a
temporary folder (some 3 GB for ten million), which is deleted at the end.
"""

import os
import shutil
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DAYS = 1825
VIEWS = 9

SQLITE = """
WITH RECURSIVE number(n) AS (SELECT %(first)s UNION ALL SELECT n + 1 FROM number WHERE n < %(last)s)
INSERT INTO cookie_pages_consentrecord
       (id, notice_id, site_key, choices, method, language, created_at, chosen_at)
SELECT printf('%%032x', n), %(notice)s, %(site_key)s,
       CASE n %% 3 WHEN 0 THEN '{"statistics": true, "video": true}'
                   WHEN 1 THEN '{"statistics": false, "video": false}'
                   ELSE '{"statistics": true, "video": false}' END,
       CASE n %% 10 WHEN 0 THEN 'preferences' ELSE 'banner' END,
       CASE n %% 20 WHEN 0 THEN 'en' ELSE 'fr' END,
       strftime('%%Y-%%m-%%d %%H:%%M:%%f', %(start)s, '+' || (n * %(step)s) || ' seconds'),
       strftime('%%Y-%%m-%%d %%H:%%M:%%f', %(start)s, '+' || (n * %(step)s) || ' seconds')
FROM number
"""
POSTGRESQL = """
INSERT INTO cookie_pages_consentrecord
       (id, notice_id, site_key, choices, method, language, created_at, chosen_at)
SELECT lpad(to_hex(n), 32, '0')::uuid, %(notice)s, %(site_key)s,
       (CASE n %% 3 WHEN 0 THEN '{"statistics": true, "video": true}'
                    WHEN 1 THEN '{"statistics": false, "video": false}'
                    ELSE '{"statistics": true, "video": false}' END)::jsonb,
       CASE n %% 10 WHEN 0 THEN 'preferences' ELSE 'banner' END,
       CASE n %% 20 WHEN 0 THEN 'en' ELSE 'fr' END,
       %(start)s::timestamptz + n * %(step)s * interval '1 second',
       %(start)s::timestamptz + n * %(step)s * interval '1 second'
FROM generate_series(%(first)s, %(last)s) AS n
"""


def set_up(folder):
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/bench.sqlite3")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("demo", stdout=open(os.devnull, "w"))


def fill(number):
    """Replaces the ledger by ``number`` records."""
    from django.db import connection
    from django.utils import timezone

    from cookie_pages.models import ConsentDay, ConsentNotice

    ConsentDay.objects.all().delete()
    notice = ConsentNotice.objects.first()
    start = timezone.now() - timedelta(days=DAYS)
    postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM cookie_pages_consentrecord")
        cursor.execute(
            POSTGRESQL if postgresql else SQLITE,
            {
                "first": 1,
                "last": number,
                "notice": notice.pk,
                "site_key": notice.site_key,
                "start": start if postgresql else start.strftime("%Y-%m-%d %H:%M:%S"),
                "step": DAYS * 86_400 / number,
            },
        )
    # Outside a transaction, and what a server does by itself.
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if postgresql else "ANALYZE")


def measure(client, page=1):
    """Queries, and the median time in milliseconds, of a page of the warm report."""
    from django.db import connection
    from django.urls import reverse

    address, queries = reverse("cookie_pages_records") + f"?p={page}", []

    def note(execute, sql, *arguments):
        queries.append(sql)
        return execute(sql, *arguments)

    client.get(address)  # what is cached once is cached
    with connection.execute_wrapper(note):
        client.get(address)
    times = []
    for _ in range(VIEWS):
        begun = time.perf_counter()
        assert client.get(address).status_code == 200
        times.append(1000 * (time.perf_counter() - begun))
    return len(queries), sorted(times)[VIEWS // 2]


def index_size():
    """Bytes of the index of the records' time, on PostgreSQL."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_relation_size('cookie_pages_record_time')")
        return cursor.fetchone()[0]


def main(numbers):
    folder = tempfile.mkdtemp()
    try:
        set_up(folder)
        from django.contrib.auth import get_user_model
        from django.db import connection
        from django.test import Client

        from cookie_pages.ledger.counts import roll_up

        client, found = Client(), []
        client.force_login(get_user_model().objects.get(username="admin"))
        for number in numbers:
            fill(number)
            begun = time.perf_counter()
            roll_up()
            counted = time.perf_counter() - begun
            queries, milliseconds = measure(client)
            deep, there = measure(client, number // 50 - 1)
            found.append(milliseconds)
            print(
                f"{connection.vendor}, {number:>10,} records: counted once in {counted:.1f} s;"
                f" report {queries} queries, {milliseconds:.0f} ms;"
                f" its last page but one {deep} queries, {there:.0f} ms;"
                f" index {index_size()} bytes",
                flush=True,
            )
        print(f"ratio of the last to the first: {found[-1] / found[0]:.2f}")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    try:
        main([int(text) for text in sys.argv[1:]] or [10_000, 10_000_000])
    except ValueError:
        sys.exit(__doc__)
