"""How many choices one address sends: too many are refused, and many are noted, by day.

No address is stored, here or anywhere: what tells two of them apart is a hash whose key is
this process's own and dies with it. So the limit is that of each process.
"""

import hashlib
import ipaddress
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
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import conf
from ..models import ConsentFlood
from .submission import Problem
from .visitor import site_id_for

logger = logging.getLogger("cookie_pages")

STEP = 100  # choices of one address that are noted together
MOST_ADDRESSES = 20_000  # remembered at once; the least recent one is forgotten first
MOST_HOPS = 10
RETRY_AFTER = 600  # seconds

_key = secrets.token_bytes(16)
_senders: "OrderedDict[bytes, Sender]" = OrderedDict()
_lock = Lock()


@dataclass(slots=True)
class Sender:
    """One address, unnamed: what it may still send, and what it did today."""

    allowance: float
    at: float
    day: int
    stored: int = 0
    refused: int = 0

    def may_send(self, now: float, an_hour: int) -> bool:
        if self.day != (today := int(time.time() // 86_400)):
            self.day, self.stored, self.refused = today, 0, 0
        earned = (now - self.at) * an_hour / 3600
        self.allowance = min(an_hour, self.allowance + earned)
        self.at = now
        if self.allowance < 1:
            return False
        self.allowance -= 1
        return True


def admit(request: HttpRequest) -> Sender | None:
    """Who sends, if it may; nobody for an address that isn't known, which always may.

    Raises ``Problem`` 429 for one that sent too many.
    """
    sender, may_send = _sender_of(request)
    if not may_send:
        note_refused(sender, site_id_for(request))
        text = _("Too many choices came from your network: try again later.")
        raise Problem(429, text, retry_after=RETRY_AFTER)
    return sender


def _sender_of(request) -> tuple[Sender | None, bool]:
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
    """As in a new process."""
    with _lock:
        _senders.clear()


def note_stored(sender: Sender | None, chain: int) -> None:
    if sender:
        sender.stored += 1
        if sender.stored % STEP == 0:
            _note(chain, busiest=sender.stored)


def note_refused(sender: Sender, chain: int | None) -> None:
    sender.refused += 1
    if chain and sender.refused % STEP == 0:
        _note(chain, refused=STEP)


def _note(chain, busiest=0, refused=0):
    """A count that fails must not make the choice fail that it is about."""
    alias = router.db_for_write(ConsentFlood)
    try:
        with transaction.atomic(alias):
            ConsentFlood.objects.update_or_create(
                day=timezone.localdate(),
                chain=chain,
                defaults={
                    "busiest": Greatest(F("busiest"), busiest),
                    "refused": F("refused") + refused,
                },
                create_defaults={"busiest": busiest, "refused": refused},
            )
    except DatabaseError:
        logger.exception("Many choices from one address could not be noted")


def _hashed(request) -> bytes | None:
    address = _address(request)
    if not address:
        return None
    # A household or a company has a whole /64 of IPv6.
    packed = address.packed[:8] if address.version == 6 else address.packed
    return hashlib.blake2b(packed, key=_key, digest_size=8).digest()


def _address(request):
    """The nearest address on the way here that isn't one of the site's own proxies'.

    Those have a private address, and write who asked them at the end of ``X-Forwarded-For``;
    what stands before a public address may be made up.
    """
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")[-MOST_HOPS:]
    found = None
    for text in (request.META.get("REMOTE_ADDR", ""), *reversed(hops)):
        if not (text := text.strip()):
            continue
        if text.count(":") == 1:
            text = text.partition(":")[0]  # with its port
        try:
            found = ipaddress.ip_address(text)
        except ValueError:
            break
        found = getattr(found, "ipv4_mapped", None) or found
        if found.is_global:
            break
    return found
