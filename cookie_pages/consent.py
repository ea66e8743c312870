"""A visitor's choice: read from the cookie, checked against its notice, recorded."""

from contextlib import nullcontext

from django.db import IntegrityError, router, transaction
from django.utils.translation import gettext as _

from . import conf
from .choice import Choice
from .lookup import notice_for
from .models import ConsentNotice, ConsentRecord
from .notices import Notice, load
from .submission import Problem, Submission

Method = ConsentRecord.Method


def has_consent(request, slug: str) -> bool:
    """Whether the visitor accepted the purpose ``slug``, for views that are never cached.

    True for an exempt purpose, unless it can be refused and was; False where nothing is asked,
    or the purpose isn't known.
    """
    notice = notice_for(request)
    if not notice:
        return False
    choice = current_choice(request, notice)
    answers = choice.answers if choice else {}
    return answers.get(slug, slug in notice.exempt_slugs)


def current_choice(request, notice: Notice) -> Choice | None:
    """The visitor's valid choice for ``notice``, read from the cookie."""
    return Choice.parse(request.COOKIES.get(conf.cookie_name()), notice)


def record(
    submission: Submission, current: Notice | None, site_id: int | None
) -> tuple[ConsentRecord, bool]:
    """Store the choice once, unless none are kept; gives the record and whether it is new.

    ``current`` is what the site shows now. Raises ``Problem``: 400 for a choice that doesn't
    answer the notice it names, 409 for a notice whose terms have changed since.
    """
    notice = _named(submission, current, site_id)
    _check_answers(submission, notice)
    values = {
        "notice_id": notice.pk,
        "chain": site_id,
        "choices": submission.choices,
        "method": submission.method,
        "language": submission.language,
    }
    if not conf.keep_records():
        return ConsentRecord(pk=submission.record, **values), False
    # Alone, an INSERT needs no transaction around it; inside one, it needs a savepoint.
    database = router.db_for_write(ConsentRecord)
    inside = transaction.get_connection(database).in_atomic_block
    try:
        with transaction.atomic(database) if inside else nullcontext():
            return ConsentRecord.objects.create(pk=submission.record, **values), True
    except IntegrityError:
        known = ConsentRecord.objects.filter(pk=submission.record).first()
        if not known:
            raise
    if any(getattr(known, name) != value for name, value in values.items()):
        raise Problem(409, _("This record id belongs to another choice."))
    return known, False


def _named(submission, current, site_id):
    """The notice that the submission names, if its terms still hold."""
    if not current:
        raise Problem(409, _("This site asks for no choice at present."))
    notice = current
    if submission.notice != current.number:
        named = ConsentNotice.objects.filter(chain=site_id, number=submission.notice)
        digest = named.values_list("digest", flat=True).first()
        if not digest:
            raise Problem(400, _("There is no such notice."))
        notice = load(digest)
    if not current.terms == notice.terms == submission.terms:
        raise Problem(
            409, _("The terms have changed since: the choice must be asked again.")
        )
    return notice


def _check_answers(submission, notice):
    asked, named = set(notice.slugs), set(submission.choices)
    if submission.language not in notice.languages:
        raise Problem(400, _("The notice isn't written in this language."))
    if submission.method == Method.PLACEHOLDER:
        if not named or named - asked or not all(submission.choices.values()):
            raise Problem(400, _("A placeholder names only purposes that it allows."))
    elif not asked <= named <= asked | set(notice.refusable_slugs):
        raise Problem(
            400,
            _("“choices” must name exactly these purposes: {slugs}.").format(
                slugs=", ".join(notice.slugs) or "–"
            ),
        )
    if submission.method == Method.INFORMATION and asked:
        raise Problem(400, _("This notice asks for a choice."))


def choice_of(stored: ConsentRecord, notice: Notice, before: Choice | None) -> Choice:
    """What the cookie must hold after ``stored``, given the visitor's cookie ``before``.

    The visitor's script has set that cookie already, and its time is that of the choice, however
    late the choice is sent. A placeholder adds to it and keeps its time, so that the rest isn't
    silently renewed (C22).
    """
    at = int(stored.created_at.timestamp())
    answers = stored.choices
    if before and stored.method == Method.PLACEHOLDER:
        return Choice(notice.terms, min(before.at, at), before.answers | answers)
    if before and answers.items() <= before.answers.items():
        return Choice(notice.terms, min(before.at, at), before.answers)
    return Choice(notice.terms, at, answers)
