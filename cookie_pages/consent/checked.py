"""Whether what is sent is a choice for the notice that it names."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from .. import conf
from ..models import ConsentRecord
from ..notices.current import notice_numbered
from ..notices.notice import Notice
from .origin import is_own
from .submission import FORMS, JSON, Problem, Submission

Method = ConsentRecord.Method


def changed() -> Problem:
    """409: what was asked is no longer what is asked."""
    return Problem(
        409, _("The terms have changed since: the choice must be asked again.")
    )


def check_request(request: HttpRequest) -> None:
    """Raises ``Problem``: 403 for another site's, 413 for too large a one, 415."""
    if not is_own(request):
        raise Problem(403, _("This request came from another site."))
    if request.content_type not in (JSON, *FORMS):
        raise Problem(415, _("Send JSON or a form."))
    most = conf.body_bytes()
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > most:
        raise Problem(413, _("The body is larger than {n} bytes.").format(n=most))


def named_notice(submission: Submission, current: Notice, site_id: int) -> Notice:
    """The notice that the submission names, with the terms that it names.

    Raises ``Problem``: 400 where there is none, 409 where its terms are others.
    """
    # The current one is known already, also where the cache is late.
    is_current = submission.notice == current.number
    notice = current if is_current else notice_numbered(site_id, submission.notice)
    if not notice:
        raise Problem(400, _("There is no such notice."))
    if notice.terms != submission.terms:
        raise changed()
    return notice


def check_answers(submission: Submission, notice: Notice) -> None:
    """Raises ``Problem`` 400 for answers that ``notice`` doesn't ask for."""
    asked, named = set(notice.slugs), set(submission.answers)
    if submission.language not in notice.languages:
        raise Problem(400, _("The notice isn't written in this language."))
    if submission.method == Method.PLACEHOLDER:
        if not named or named - asked or not all(submission.answers.values()):
            raise Problem(400, _("A placeholder names only purposes that it allows."))
    elif not asked <= named <= asked | set(notice.refusable_slugs):
        raise Problem(
            400,
            _("“choices” must name exactly these purposes: {slugs}.").format(
                slugs=", ".join(notice.slugs) or "–"
            ),
        )
    if submission.method == Method.WITHDRAWAL and all(submission.answers.values()):
        raise Problem(400, _("A withdrawal refuses at least one purpose."))
    if submission.method == Method.INFORMATION and asked:
        raise Problem(400, _("This notice asks for a choice."))
