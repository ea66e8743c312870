"""The published notices of a site: compiled, sealed in a chain, read again. Knows no HTTP."""

import json
from functools import cached_property, lru_cache

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import Locale, Site

from .compiler import compile_languages
from .memory import keep, recall
from .models import ConsentNotice
from .models.notice import canonical, digest_of

NONE = "none"

# How a notice is shown in a language, as HTML: set at start by what knows templates.
render = None


class Notice:
    """A published notice as the public pages read it: plain data, no query."""

    def __init__(self, pk, digest, content):
        self.pk = pk
        self.digest = digest
        self.number = content["number"]
        self.terms = content["terms"]
        self.published_at = content["published_at"]
        self.default_language = content["default_language"]
        self.languages = content["languages"]

    @classmethod
    def preview(cls, languages, default_language):
        """A notice that isn't published, and has no number."""
        content = {
            "number": 0,
            "terms": 0,
            "published_at": "",
            "default_language": default_language,
            "languages": languages,
        }
        return cls(None, "", content)

    def language(self, code) -> str:
        """``code`` or its base language if the notice speaks it, else the default one."""
        for candidate in (code, (code or "").split("-")[0]):
            if candidate in self.languages:
                return candidate
        return self.default_language

    def texts(self, code) -> dict:
        return self.languages[self.language(code)]

    def purpose(self, slug, code) -> dict | None:
        """The texts of a purpose in a language, or None if the notice doesn't know it."""
        purposes = self.texts(code)["purposes"]
        return next((item for item in purposes if item["slug"] == slug), None)

    @cached_property
    def slugs(self) -> list[str]:
        """Slugs of the purposes that a visitor is asked about, in order."""
        return [item["slug"] for item in self._purposes if item["needs_consent"]]

    @cached_property
    def refusable_slugs(self) -> list[str]:
        """Slugs of the purposes that run without being asked for, until they are refused."""
        return [item["slug"] for item in self._purposes if item["can_be_refused"]]

    @cached_property
    def exempt_slugs(self) -> list[str]:
        """Slugs of the purposes that nobody is asked about, refusable ones included."""
        return [item["slug"] for item in self._purposes if not item["needs_consent"]]

    @cached_property
    def _purposes(self):
        return self.texts(self.default_language)["purposes"]


def publish_notice(site, author: str = "") -> ConsentNotice | None:
    """Publish what ``site``'s visitors see from now on; None if they see it already.

    ``author`` is the name of who changed it, empty for a command or a schedule.
    Two callers at once wait for each other and give consecutive numbers.
    """
    with transaction.atomic():
        # A write first: it locks the site's row, and on SQLite the database, before we read.
        Site.objects.filter(pk=site.pk).update(site_name=F("site_name"))
        last = ConsentNotice.objects.filter(chain=site.pk).order_by("-number").first()
        languages = compile_languages(site)
        if last.languages == languages if last else not languages:
            return None
        notice = _sealed(site, last, languages, author)
        notice.save()
    shown = notice.digest if languages else NONE
    transaction.on_commit(lambda: keep(_key(site.pk), shown))
    return notice


def _sealed(site, last, languages, author):
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
    if render:
        shown = Notice(None, "", data)
        data["rendered"] = {code: render(shown, code) for code in languages}
    content = canonical(data)
    previous = last.digest if last else ""
    return ConsentNotice(
        site=site,
        chain=site.pk,
        number=data["number"],
        terms=data["terms"],
        published_at=now,
        author=author,
        content=content,
        previous_digest=previous,
        digest=digest_of(previous, content),
    )


def _terms(site, last, languages):
    """The terms rise only if a purpose or a recipient is new since they last did (C15)."""
    if not last:
        return 1
    return last.terms + 1 if asked_anew(site, last, languages) else last.terms


def asked_anew(site, last, languages) -> set[tuple[str, str]]:
    """What is new since the terms last rose: pairs of a purpose's slug and a provider's id.

    The id is empty for the purpose itself.
    """
    same_terms = ConsentNotice.objects.filter(chain=site.pk, terms=last.terms)
    known = set().union(*(_asked(notice.languages) for notice in same_terms))
    return _asked(languages) - known


def _asked(languages):
    """What consent is asked for: purposes, and who receives the data for each."""
    return {
        (purpose["slug"], provider)
        for shown in languages.values()
        for purpose in shown["purposes"]
        if purpose["needs_consent"]
        for provider in ["", *(item["id"] for item in purpose["providers"])]
    }


def current_notice(site_id) -> Notice | None:
    """What the visitors of the site see now; None without a published banner.

    No query while the cache knows which notice that is. Notices never change, so what one said
    is kept in the process.
    """
    digest = recall(_key(site_id))
    if digest is None:
        digest = _current_digest(site_id)
        keep(_key(site_id), digest)
    return None if digest == NONE else load(digest)


def _current_digest(site_id):
    last = ConsentNotice.objects.filter(chain=site_id).order_by("-number").first()
    return last.digest if last and last.languages else NONE


@lru_cache(maxsize=128)
def load(digest) -> Notice:
    """The notice sealed with ``digest``."""
    notice = ConsentNotice.objects.get(digest=digest)
    return Notice(notice.pk, digest, json.loads(notice.content))


def _key(site_id):
    return f"cookie_pages.notice.{site_id}"
