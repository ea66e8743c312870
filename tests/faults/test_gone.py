"""A database that crashes while visitors choose: what is served, what is refused, what is kept."""

import time
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from .conftest import Server
from .site import found, running

CHOICES = 200


def choose_while(site, happens):
    """The answer to each choice, sent once; ``happens`` while they are under way."""
    records = [str(uuid.uuid4()) for _ in range(CHOICES)]
    with ThreadPoolExecutor(4) as pool:
        answers = pool.map(site.post, records)
        time.sleep(0.3)
        happens()
        return dict(zip(records, answers, strict=True))


def settle(site, server, answers):
    """Sends all again, as visitors' scripts do; none is missing and none is there twice."""
    acknowledged = {record for record, status in answers.items() if status == 201}
    print(f"{CHOICES} sent, {Counter(answers.values())}", end=", ")
    kept = found(server)
    print(f"{len(kept)} found", end=", ")
    assert acknowledged <= set(kept)
    again = Counter(site.post(record) for record in answers)
    assert set(again) <= {200, 201}
    assert found(server) == dict.fromkeys(answers, 1)
    print(f"sent again: {again}, {len(answers)} found")


def test_without_the_ledger_pages_and_gates_go_on_and_choices_wait(
    tmp_path, sqlite_server, breakable
):
    server = Server(sqlite_server.environment["DATABASE_URL"], ledger=breakable.url)
    server.run("manage.py", "migrate", "--database=ledger", "--verbosity", "0")
    with running(server, workers=2) as site:
        answers = choose_while(site, breakable.crash)
        assert set(answers.values()) == {201, 503}
        assert 'id="cookie-banner"' in site.get("/")
        assert 'data-consent="video"' in site.get("/decouvrir/")
        assert "cookie-purpose" in site.get("/cookies/")
        assert '"number": 1' in site.get("/cookies/notice.json")
        breakable.come_back()
        settle(site, server, answers)


def test_without_any_database_a_page_cache_goes_on_and_choices_wait(breakable):
    """Wagtail finds no page then; what is in the cache has its banner and its gates."""
    server = Server(breakable.url, settings="tests.faults.cached_settings")
    server.make()
    with running(server, workers=1) as site:
        for path in ("/", "/decouvrir/"):
            site.get(path)
        answers = choose_while(site, breakable.crash)
        assert set(answers.values()) == {201, 503}
        assert 'id="cookie-banner"' in site.get("/")
        assert 'data-consent="video"' in site.get("/decouvrir/")
        breakable.come_back()
        settle(site, server, answers)
