"""Real worker processes: posts in parallel, a worker killed, a disk that is full.

Each sends choices as the visitor's script does: again with the same id until acknowledged.
"""

import os
import resource
import signal
import time
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Event

from .site import found, running


def test_the_same_post_a_hundred_times_in_parallel_is_one_record(server):
    """C25."""
    record = str(uuid.uuid4())
    with running(server) as site, ThreadPoolExecutor(20) as pool:
        statuses = Counter(pool.map(site.post, [record] * 100))
    assert statuses == {201: 1, 200: 99}
    assert found(server) == {record: 1}


def test_a_worker_killed_in_the_middle_of_posts_loses_none_that_was_acknowledged(
    server,
):
    """Visitors keep choosing until some post was under way when a worker was killed."""
    sent, acknowledged, unanswered = [], [], []
    enough = Event()

    def visit():
        while not enough.is_set():
            record = str(uuid.uuid4())
            sent.append(record)
            for _ in range(100):
                if (status := site.post(record)) in (200, 201):
                    acknowledged.append(record)
                    break
                if status is None:
                    unanswered.append(record)
                time.sleep(0.2)

    with running(server) as site, ThreadPoolExecutor(6) as pool:
        visits = [pool.submit(visit) for _ in range(6)]
        try:
            for kills in range(60):
                time.sleep(0.3)
                for pid in site.workers()[:2]:
                    with suppress(ProcessLookupError):
                        os.kill(pid, signal.SIGKILL)
                if unanswered and kills >= 3:
                    break
        finally:
            enough.set()
        for task in visits:
            task.result(timeout=60)
        assert 'id="cookie-banner"' in site.get("/")
    assert unanswered, "no post was under way when a worker was killed"
    assert sorted(acknowledged) == sorted(sent)
    assert found(server) == dict.fromkeys(sent, 1)


def test_a_full_disk_refuses_choices_and_keeps_the_pages(sqlite_server, tmp_path):
    """SQLite alone: the size of its file is what can be limited here."""
    server, database = sqlite_server, tmp_path / "demo.sqlite3"
    records = [str(uuid.uuid4()) for _ in range(300)]

    def full():
        size = database.stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    with running(server, workers=1, limit=full) as site:
        answers = {record: site.post(record) for record in records}
        assert 'id="cookie-banner"' in site.get("/")
        assert 'data-consent="video"' in site.get("/decouvrir/")
    kept = {record for record, status in answers.items() if status == 201}
    assert set(answers.values()) <= {201, 503}
    assert len(kept) < len(records), "the disk was never full"
    assert found(server) == dict.fromkeys(kept, 1)
    with running(server, workers=1) as site:
        again = Counter(site.post(record) for record in records)
    assert again == {200: len(kept), 201: len(records) - len(kept)}
    assert found(server) == dict.fromkeys(records, 1)
