"""Three workers, each with a cache of its own, while new notices ask about new purposes."""

import re
import time
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from json import loads
from threading import Event

from .site import found, running

NOTICES = 4
PUBLISH = """
import time
from cookie_pages.models import Purpose
from cookie_pages.notices.publish import publish_notice
from wagtail.models import Locale, Site
for number in range({count}):
    Purpose.objects.create(
        slug=f"new-{{number}}", name=f"New {{number}}", description="It is new.",
        locale=Locale.get_default(),
    )
    notice = publish_notice(Site.objects.get(is_default_site=True))
    print(notice.number, notice.terms, flush=True)
    time.sleep(1)
"""


def shown(page):
    """What a page of the site asks, as the visitor's script reads it."""
    data = dict(re.findall(r'data-(terms|notice|purposes)="([^"]*)"', page))
    asked = {
        slug: True
        for slug, flag in loads(unescape(data["purposes"])).items()
        if flag & 1
    }
    return {
        "terms": int(data["terms"]),
        "notice": int(data["notice"]),
        "choices": asked,
    }


def test_no_choice_is_lost_and_none_for_the_newest_notice_is_refused(postgresql_server):
    """Django's own cache is a process's own: a worker learns of a notice minutes later."""
    server, over, sent = postgresql_server, Event(), []

    def visit(number):
        while not over.is_set():
            choice = shown(site.get(f"/?{number}-{len(sent)}"))
            record = str(uuid.uuid4())
            sent.append((choice["notice"], record, site.post(record, **choice)))
            time.sleep(0.02)

    with running(server, workers=3) as site, ThreadPoolExecutor(4) as pool:
        visits = [pool.submit(visit, number) for number in range(4)]
        try:
            time.sleep(1)
            lines = server.python(PUBLISH.format(count=NOTICES)).splitlines()
            newest, terms = map(int, lines[-1].split())
            last = {"statistics": True, "video": True}
            last |= {f"new-{number}": True for number in range(NOTICES)}
            for _ in range(30):
                record = str(uuid.uuid4())
                shown_last = {"terms": terms, "notice": newest, "choices": last}
                sent.append((newest, record, site.post(record, **shown_last)))
        finally:
            over.set()
        for task in visits:
            task.result(timeout=30)
    answers = Counter(status for _, _, status in sent)
    kept = found(server)
    print(f"{len(sent)} sent, {answers}, {len(kept)} found")
    assert terms == 1 + NOTICES
    assert set(answers) <= {201, 409}
    assert {status for notice, _, status in sent if notice == newest} == {201}
    assert kept == Counter(record for _, record, _ in sent)
