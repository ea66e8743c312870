"""How many choices one address sends: too many are rejected, and many are noted, by day.

No address is stored, here or anywhere: what tells two of them apart is a hash whose key is
this process's own and dies with it. So the limit is that of each process.
"""

import hashlib
import logging
import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from django.db import DatabaseError, router, transaction
from django.db.models import F
from django.db.models.functions import Greatest
from django.http import HttpRequest
from django.utils.translation import gettext as _

from .. import conf
from ..models import ConsentFlood
from ..rules.days import today
from .address import address_of
from .submission import Problem
from .visitor import site_id_for

logger = logging.getLogger("cookie_pages")

STEP = 100  # choices of one address that are noted together
MOST_ADDRESSES = 20_000  # remembered at once; the least recent one is forgotten first
RETRY_AFTER = 600  # seconds

_key = secrets.token_bytes(16)
_senders: "OrderedDict[bytes, Sender]" = OrderedDict()
_lock = Lock()


@dataclass(slots=True)
class Sender:
    """How many choices one address may still send, and how many it sent today."""

    allowance: float
    at: float
    day: int
    stored: int = 0
    rejected: int = 0

    def may_send(self, now: float, an_hour: int) -> bool:
        if self.day != (today := int(time.time() // 86_400)):
            self.day, self.stored, self.rejected = today, 0, 0
        earned = (now - self.at) * an_hour / 3600
        self.allowance = min(an_hour, self.allowance + earned)
        self.at = now
        if self.allowance < 1:
            return False
        self.allowance -= 1
        return True


def admit(request: HttpRequest) -> Sender | None:
    """The sender behind the request's address; None for an unknown one, which has no limit.

    Raises ``Problem`` 429 for one that sent too many.
    """
    sender, may_send = _sender_of(request)
    if sender and not may_send:
        note_rejected(sender, site_id_for(request))
        text = _("Too many choices came from your network: try again later.")
        raise Problem(429, text, retry_after=RETRY_AFTER)
    return sender


def _sender_of(request: HttpRequest) -> tuple[Sender | None, bool]:
    if not (name := _hashed(request)):
        return None, True
    now, an_hour = time.monotonic(), conf.posts_per_hour()
    with _lock:
        sender = _senders.get(name)
        if not sender:
            sender = _senders[name] = Sender(an_hour, now, 0)
            if len(_senders) > MOST_ADDRESSES:
                _senders.popitem(last=False)
        _senders.move_to_end(name)
        return sender, sender.may_send(now, an_hour)


def reset() -> None:
    """Drop what is held in memory, for tests."""
    with _lock:
        _senders.clear()


def note_stored(sender: Sender | None, site_key: int) -> None:
    if sender:
        sender.stored += 1
        if sender.stored % STEP == 0:
            _note(site_key, busiest=sender.stored)


def note_rejected(sender: Sender, site_key: int | None) -> None:
    sender.rejected += 1
    if site_key and sender.rejected % STEP == 0:
        _note(site_key, rejected=STEP)


def _note(site_key: int, busiest: int = 0, rejected: int = 0) -> None:
    """Ignore database errors: a count that fails must not lose the choice."""
    alias = router.db_for_write(ConsentFlood)
    try:
        with transaction.atomic(alias):
            ConsentFlood.objects.update_or_create(
                day=today(),
                site_key=site_key,
                defaults={
                    "busiest": Greatest(F("busiest"), busiest),
                    "rejected": F("rejected") + rejected,
                },
                create_defaults={"busiest": busiest, "rejected": rejected},
            )
    except DatabaseError:
        logger.exception("Many choices from one address could not be noted")


def _hashed(request: HttpRequest) -> bytes | None:
    address = address_of(request)
    if not address:
        return None
    # An IPv6 site has a whole /48, and so has each address of 6to4.
    packed = address.packed[:6] if address.version == 6 else address.packed
    return hashlib.blake2b(packed, key=_key, digest_size=8).digest()
