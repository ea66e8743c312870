"""A server whose clock is set back, by hours or by days."""

import uuid

import pytest

from .site import found, running

HOUR, DAY = 3600, 86_400
COUNTED = """
from cookie_pages.ledger import counts
counts.roll_up()
print(sum(day.records for day in counts.counted_days()))
"""


@pytest.mark.parametrize("back", [3 * HOUR, 3 * DAY], ids=["hours", "days"])
def test_a_clock_set_back_loses_no_choice_and_asks_nobody_again(sqlite_server, back):
    server = sqlite_server
    records = [str(uuid.uuid4()) for _ in range(60)]
    first, second = records[:30], records[30:]
    with running(server, workers=2) as site:
        assert {site.post(record) for record in first} == {201}
    server.environment["CLOCK_SHIFT"] = str(-back)
    with running(server, workers=2, application="tests.faults.other_clock") as site:
        assert {site.post(record) for record in second} == {201}
        assert {site.post(record) for record in records} == {200}
        assert 'id="cookie-banner"' in site.get("/")
        assert 'data-consent="video"' in site.get("/decouvrir/")
    assert found(server) == dict.fromkeys(records, 1)
    assert int(server.python(COUNTED)) == len(records)
