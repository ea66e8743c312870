"""Lays the first draft of all that a site declares."""

from django.db import transaction

from .answers import Answers, Made
from .declare import declare_own, declare_service
from .drafts import Drafts
from .found import Found
from .services import services
from .show import fill_settings, make_banner, make_charter, make_people


def start(
    answers: Answers, found: Found, user=None, rehearse: bool = False
) -> list[Made]:
    """Make drafts of what the site lacks, and say what was made and what was there.

    Nothing that an editor wrote is changed, and what was deleted isn't made again. With
    ``rehearse``, nothing is kept.
    """
    drafts = Drafts(user)
    with transaction.atomic():
        _make(drafts, answers, found)
        if rehearse:
            transaction.set_rollback(True)
    return drafts.made


def _make(drafts: Drafts, answers: Answers, found: Found) -> None:
    site = answers.site
    cookies = []
    for key in answers.services:
        cookies += declare_service(drafts, services()[key], found.hosts[key])
    name = answers.controller or site.site_name or site.hostname
    cookies += declare_own(drafts, name)
    banner = make_banner(drafts, site)
    make_charter(drafts, site, cookies)
    fill_settings(drafts, answers, banner)
    make_people(drafts)
