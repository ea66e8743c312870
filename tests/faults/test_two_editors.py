"""Editors who publish at the same time get consecutive numbers, and nothing is lost."""

import json
import time

EDITOR = """
import sys, time
import django; django.setup()
from cookie_pages.models import ConsentBanner
from django.db import transaction
name = sys.argv[1]
while time.time() < float(sys.argv[2]):
    pass
for turn in range(5):
    banner = ConsentBanner.objects.get(locale__language_code=name)
    with transaction.atomic():
        banner.heading = f"{name} {turn}"
        banner.save_revision().publish()
"""

READ = """
import json
from cookie_pages.models import ConsentNotice
from cookie_pages.models.notice import digest_of
notices = list(ConsentNotice.objects.order_by("number"))
print(json.dumps({
    "numbers": [notice.number for notice in notices],
    "chained": all(
        after.previous_digest == before.digest
        and after.digest == digest_of(before.digest, after.content)
        for before, after in zip(notices, notices[1:])
    ),
    "headings": [notices[-1].languages[code]["banner"]["heading"] for code in ("fr", "en")],
}))
"""


def test_two_editors_at_once_give_consecutive_notices(server):
    start = str(time.time() + 4)
    editors = [server.start("-c", EDITOR, name, start) for name in ("fr", "en")]
    for editor in editors:
        _, errors = editor.communicate(timeout=120)
        assert editor.returncode == 0, errors
        assert not errors
    found = json.loads(server.python(READ))
    assert found["numbers"] == list(range(1, len(found["numbers"]) + 1))
    assert len(found["numbers"]) >= 6
    assert found["chained"]
    assert found["headings"] == ["fr 4", "en 4"]
