"""Publishes what a site's visitors are shown: compiled, rendered, sealed in the site's chain."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import Locale, Site

from ..models import ConsentNotice
from ..models.notice import canonical, digest_of
from ..signals import notice_published
from .compile import compile_languages
from .current import remember_current
from .notice import Notice
from .render import notice_html


def publish_notice(site: Site, author: str = "") -> ConsentNotice | None:
    """Publish what ``site``'s visitors see from now on; None if they see it already.

    ``author`` is the name of who changed it, empty for a command or a schedule.
    Two callers at once wait for each other and give consecutive numbers.
    """
    with transaction.atomic():
        # A write first: it locks the site's row, and on SQLite the database, before we read.
        Site.objects.filter(pk=site.pk).update(site_name=F("site_name"))
        last = (
            ConsentNotice.objects.filter(site_key=site.pk).order_by("-number").first()
        )
        languages = compile_languages(site)
        if last.languages == languages if last else not languages:
            return None
        notice = _sealed(site, last, languages, author)
        notice.save()

    def announce() -> None:
        remember_current(site.pk, notice)
        notice_published.send_robust(ConsentNotice, site=site, notice=notice)

    transaction.on_commit(announce)
    return notice


def _sealed(
    site: Site, last: ConsentNotice | None, languages: dict, author: str
) -> ConsentNotice:
    now = timezone.now()
    data = {
        "number": last.number + 1 if last else 1,
        "terms": _terms(site, last, languages),
        "published_at": now.isoformat(),
        "author": author,
        "site": site.hostname,
        "default_language": Locale.get_default().language_code,
        "languages": languages,
    }
    shown = Notice(None, "", data)
    data["rendered"] = {code: notice_html(shown, code) for code in languages}
    content = canonical(data)
    previous = last.digest if last else ""
    return ConsentNotice(
        site=site,
        site_key=site.pk,
        number=data["number"],
        terms=data["terms"],
        published_at=now,
        author=author,
        content=content,
        previous_digest=previous,
        digest=digest_of(previous, content),
    )


def _terms(site: Site, last: ConsentNotice | None, languages: dict) -> int:
    """The terms rise only if a purpose or a recipient is new since they last did (C15)."""
    if not last:
        return 1
    return last.terms + 1 if asked_anew(site, last, languages) else last.terms


def asked_anew(
    site: Site, last: ConsentNotice, languages: dict
) -> set[tuple[str, str]]:
    """What is new since the terms last rose: pairs of a purpose's slug and a provider's id.

    The id is empty for the purpose itself.
    """
    same_terms = ConsentNotice.objects.filter(site_key=site.pk, terms=last.terms)
    known = set().union(*(_asked(notice.languages) for notice in same_terms))
    return _asked(languages) - known


def _asked(languages: dict) -> set[tuple[str, str]]:
    """What consent is asked for: purposes, and who receives the data for each."""
    return {
        (purpose["slug"], provider)
        for shown in languages.values()
        for purpose in shown["purposes"]
        if purpose["needs_consent"]
        for provider in ["", *(item["id"] for item in purpose["providers"])]
    }
