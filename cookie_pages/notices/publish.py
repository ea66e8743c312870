"""Publishes what a site's visitors are shown: compiled, rendered, sealed in the site's chain."""

from datetime import UTC, datetime

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import Locale, Site

from .. import conf
from ..models import ConsentNotice
from ..models.notice import canonical, digest_of
from ..signals import notice_published
from .addresses import without_script_prefix
from .asked import asked
from .compile import compile_languages
from .current import remember_current
from .notice import Notice
from .render import notice_html


def publish_notice(site: Site, author: str = "") -> ConsentNotice | None:
    """Publish what ``site``'s visitors see from now on; None if they see it already.

    ``author`` is the name of who changed it, empty for a command or a schedule.
    Two callers at once wait for each other and give consecutive numbers.
    """
    with transaction.atomic(), without_script_prefix():
        # A write first: it locks the site's row, and on SQLite the database, before we read.
        Site.objects.filter(pk=site.pk).update(site_name=F("site_name"))
        last = _last(site)
        shown = _shown(compile_languages(site))
        if _is_shown_already(last, shown):
            return None
        notice = _sealed(site, last, shown, author)
        notice.save()

    def announce() -> None:
        remember_current(site.pk, notice)
        notice_published.send_robust(ConsentNotice, site=site, notice=notice)

    transaction.on_commit(announce)
    return notice


def is_published(site: Site) -> bool:
    """Whether the last notice says and shows all that is live."""
    with without_script_prefix():
        return _is_shown_already(_last(site), _shown(compile_languages(site)))


def _last(site: Site) -> ConsentNotice | None:
    return ConsentNotice.objects.filter(site_key=site.pk).order_by("-number").first()


def _shown(languages: dict) -> dict:
    country, authority = conf.jurisdiction()
    return {
        "choice_days": conf.choice_days(),
        "jurisdiction": country,
        "authority": authority,
        "default_language": Locale.get_default().language_code,
        "languages": languages,
    }


def _is_shown_already(last: ConsentNotice | None, shown: dict) -> bool:
    """Whether neither the words nor what is rendered of them differ from the last notice.

    The rendering changes with a release, a theme, a translation or a setting.
    """
    if not last:
        return not shown["languages"]
    if any(last.data.get(name) != value for name, value in shown.items()):
        return False
    return last.data["rendered"] == _rendered(last.data | shown)


def _rendered(data: dict) -> dict:
    notice = Notice(None, "", data)
    return {code: notice_html(notice, code) for code in data["languages"]}


def _sealed(
    site: Site, last: ConsentNotice | None, shown: dict, author: str
) -> ConsentNotice:
    now = _now()
    data = {
        "number": last.number + 1 if last else 1,
        "terms": _terms(site, last, shown["languages"]),
        "published_at": now.isoformat(),
        "author": author,
        "site": site.hostname,
    } | shown
    data["rendered"] = _rendered(data)
    content = canonical(data)
    previous = last.digest if last else ""
    return ConsentNotice(
        site=site,
        site_key=site.pk,
        number=data["number"],
        terms=data["terms"],
        published_at=now if settings.USE_TZ else timezone.make_naive(now),
        author=author,
        content=content,
        previous_digest=previous,
        digest=digest_of(previous, content),
    )


def _now() -> datetime:
    """In milliseconds: ``dumpdata`` keeps no more."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


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
    known = set().union(*(asked(notice.languages) for notice in same_terms))
    return asked(languages) - known
