"""The proof of a choice, stored once."""

from contextlib import nullcontext
from datetime import timedelta

from django.db import IntegrityError, router, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import conf
from ..models import ConsentRecord
from ..notices.notice import Notice
from ..rules.days import hour_of
from .submission import Problem, Submission


def age_of(submission: Submission) -> timedelta:
    """How long ago it was chosen: at most as long as a choice holds, since an older one is none."""
    return timedelta(seconds=min(submission.age, conf.choice_days() * 86_400))


def store(
    submission: Submission, notice: Notice, site_id: int
) -> tuple[ConsentRecord, bool]:
    """The record of the choice, and whether it is a new one; unsaved where none are kept (C24).

    Its times are rounded down to the hour, so that neither the time in a visitor's cookie nor a
    line of the server's access log tells which record is whose.
    Raises ``Problem`` 409 where the record's id belongs to another choice.
    """
    values = {
        "notice_id": notice.pk,
        "site_key": site_id,
        "choices": submission.answers,
        "method": submission.method,
        "language": submission.language,
    }
    now = hour_of(timezone.now())
    record = ConsentRecord(
        pk=submission.record,
        created_at=now,
        chosen_at=now - age_of(submission),
        **values,
    )
    if not conf.keep_records():
        return record, False
    # Alone, an INSERT needs no transaction around it; inside one, it needs a savepoint.
    database = router.db_for_write(ConsentRecord)
    inside = transaction.get_connection(database).in_atomic_block
    try:
        with transaction.atomic(database) if inside else nullcontext():
            record.save(force_insert=True)
        return record, True
    except IntegrityError:
        known = ConsentRecord.objects.filter(pk=submission.record).first()
        if not known:
            raise
    if any(getattr(known, name) != value for name, value in values.items()):
        raise Problem(409, _("This record id belongs to another choice."))
    return known, False
