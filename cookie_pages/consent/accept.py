"""The one road of a choice that is sent: checked, limited and stored."""

import logging
from dataclasses import dataclass, replace
from uuid import UUID

from django.db import DatabaseError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import ConsentRecord
from ..notices.current import current_notice, newest_notice
from ..notices.notice import Notice
from ..signals import choice_recorded
from . import deletion, limits
from .checked import changed, check_answers, check_request, named_notice
from .choice import Choice
from .store import age_of, store
from .submission import JSON, Problem, Submission
from .visitor import current_choice, site_id_for

logger = logging.getLogger("cookie_pages")
Method = ConsentRecord.Method


@dataclass(frozen=True)
class Accepted:
    """What to answer: the record's id, whether it is a new one, the choice that the cookie is set
    to (None: it stays as it is), the one that holds now, the names of cookies to expire, and the
    notice that is in force."""

    record_id: UUID
    is_new: bool
    choice: Choice | None
    now: Choice
    expired: list[str]
    notice: Notice


def accept(request: HttpRequest) -> Accepted:
    """Take the choice in ``request``, JSON or form.

    Raises ``Problem``: 400 for what isn't a choice for the notice that it names, 403 for another
    site's request, 409 for terms that have changed since, 413, 415, 429 for too many from one
    address, 503 while the database can't store it.
    """
    try:
        return _accept(request)
    except DatabaseError as error:
        logger.exception("A choice could not be stored")
        detail = _("The choice can’t be stored at the moment.")
        raise Problem(503, detail) from error


def _accept(request: HttpRequest) -> Accepted:
    check_request(request)
    sender = limits.admit(request)
    site_id = site_id_for(request)
    submission, current = _submission(request, site_id)
    if not site_id or not current:
        raise Problem(409, _("This site asks for no choice at present."))
    named = named_notice(submission, current, site_id)
    check_answers(submission, named)
    before = current_choice(request, current)
    from_script = request.content_type == JSON
    if not from_script:
        submission = _told_apart(submission, before)
    record, is_new = store(submission, named, site_id)
    if is_new:
        limits.note_stored(sender, site_id)
        choice_recorded.send_robust(ConsentRecord, record=record)
    if named.terms != current.terms:
        # Kept as what it was under the notice that was shown; it answers this one for nothing.
        raise changed()
    # A form that is sent again renews nothing.
    is_known = not is_new and not record._state.adding
    at = record.chosen_at if is_known else timezone.now() - age_of(submission)
    choice = _choice_after(record, int(at.timestamp()), current, before, from_script)
    now = choice or before or Choice(current.terms, 0, submission.answers)
    return Accepted(
        record.pk,
        is_new,
        choice,
        now,
        _to_expire(request, current, submission, now, before),
        current,
    )


def _told_apart(submission: Submission, before: Choice | None) -> Submission:
    """A form that takes an acceptance back is a withdrawal: it has no script that would say so."""
    accepted = {slug for slug, yes in (before.answers if before else {}).items() if yes}
    refused = {slug for slug, yes in submission.answers.items() if not yes}
    if submission.method != Method.PREFERENCES or not accepted & refused:
        return submission
    return replace(submission, method=Method.WITHDRAWAL)


def _submission(
    request: HttpRequest, site_id: int | None
) -> tuple[Submission, Notice | None]:
    """What is sent, and the notice of the site; from the database where the cached one isn't
    the one that is answered, since another process may have published."""
    current = current_notice(site_id) if site_id else None
    submission = Submission.from_request(request, current)
    if site_id and (
        not current
        or submission.notice > current.number
        or submission.terms != current.terms
    ):
        current = newest_notice(site_id)
        submission = Submission.from_request(request, current)
    return submission, current


def _choice_after(
    record: ConsentRecord,
    at: int,
    notice: Notice,
    before: Choice | None,
    from_script: bool,
) -> Choice | None:
    """What the cookie must hold after ``record``, given the visitor's choice ``before``.

    ``at``: when it was chosen, in seconds since 1970.

    The script has set the cookie already, and may send late: what is there says more than what
    is sent, and a cookie that is gone stays gone. A form is sent by who sees it, so it answers
    anew. A placeholder adds to the choice and keeps its time, so that the rest isn't silently
    renewed (C22).
    """
    answers = record.choices
    if from_script:
        same = before and answers.items() <= before.answers.items()
        return before if same and before.terms == notice.terms else None
    if before and record.method == Method.PLACEHOLDER:
        return Choice(notice.terms, min(before.at, at), before.answers | answers)
    return Choice(notice.terms, at, answers)


def _to_expire(
    request: HttpRequest,
    notice: Notice,
    submission: Submission,
    now: Choice,
    before: Choice | None,
) -> list[str]:
    """The cookies of what is refused, unless another choice accepts it since."""
    refused = [
        slug
        for slug, yes in submission.answers.items()
        if not yes and not now.answers.get(slug)
    ]
    accepted_before = before.answers if before else {}
    withdrawn = submission.method == Method.WITHDRAWAL or any(
        accepted_before.get(slug) for slug in refused
    )
    return deletion.names_to_expire(request, notice, refused, withdrawn)
