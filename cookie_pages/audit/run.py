"""One audit from its start to what is kept of it."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from urllib.parse import urlsplit

from django.utils import timezone
from wagtail.models import Site

from ..models import Acknowledgement, AuditRun, SeenCookie
from .compare import findings, silence
from .crawl import Plan, Progress, crawl
from .declared import Declared, declared_on
from .finding import Finding
from .journeys import journeys
from .kinds import SEVERITIES
from .naming import grouped, printable
from .pages import addresses
from .seen import STORAGES, Observations

MOST_PAGES = 200
MOST_PROBLEMS = 500
# What a finding says of its tracker in the list of those seen.
UNDECLARED = ("undeclared", "unknown-host", "ungated-embed", "third-party")
UNACCEPTED = (
    f"{prefix}{moment}"
    for prefix in ("", "called-")
    for moment in ("before-consent", "after-refusal", "after-withdrawal")
)
SEEN = {
    **dict.fromkeys(UNDECLARED, SeenCookie.Reason.UNDECLARED),
    **dict.fromkeys(UNACCEPTED, SeenCookie.Reason.UNACCEPTED),
}


def start(site: Site, base: str = "") -> AuditRun:
    """A run that is about to begin, so that its progress can be followed."""
    return AuditRun.objects.create(
        site=site, site_key=site.pk, base=base or site.root_url
    )


def perform(
    run: AuditRun,
    *,
    more: Iterable[str] = (),
    most: int = MOST_PAGES,
    arguments: Sequence[str] = (),
    patience: int = 15_000,
    progress: Progress = lambda number, state, address: None,
) -> AuditRun:
    """Drives the site of ``run``, and keeps what was found.

    ``more``: addresses besides the pages; ``most``: pages at most; ``arguments``: more options of
    the browser; ``patience``: milliseconds until a page is given up; ``progress`` is called with
    the number of pages opened, the state and the address. Raises ``NoBrowser``, and marks the run
    as failed then and at any other error.
    """
    try:
        declared = declared_on(run.site, run.base)
        with journeys() as steps:
            plan = Plan(
                run.base,
                addresses(run.site, run.base, more, most),
                list(declared.answerable),
                steps,
                arguments,
                patience,
            )
            run.to_open = plan.visits
            run.save(update_fields=["to_open"])
            observations = crawl(plan, progress)
        _keep(run, observations, declared)
    except BaseException:
        run.status = AuditRun.Status.FAILED
        run.ended_at = timezone.now()
        run.save(update_fields=["status", "ended_at"])
        raise
    return run


def _keep(run: AuditRun, observations: Observations, declared: Declared) -> None:
    found = findings(observations, declared)
    status = AuditRun.Status
    run.findings = [finding.as_data() for finding in found]
    run.trackers = _trackers(observations, declared)
    problems = [*observations.problems, *silence(observations, declared)]
    run.problems = [asdict(item) for item in problems[:MOST_PROBLEMS]]
    unseen = any(not item.is_note for item in problems)
    run.status = status.INCOMPLETE if unseen else status.COMPLETE
    run.opened = run.to_open
    run.ended_at = timezone.now()
    run.save()
    _note_seen(run, found)


def _note_seen(run: AuditRun, found: list[Finding]) -> None:
    """Into the list of what is seen by whoever; what is no longer found leaves it."""
    source = {"source": SeenCookie.Source.AUDIT, "site_key": run.site_key}
    SeenCookie.objects.filter(**source).delete()
    for finding in found:
        if reason := SEEN.get(finding.kind):
            page = finding.places[0][1] if finding.places else run.base
            SeenCookie.note(
                len(finding.places) or 1,
                name=finding.name[:255],
                path=(urlsplit(page).path or "/")[:255],
                reason=reason,
                purpose=finding.purpose,
                storage_type=finding.of[:16],
                host=finding.host,
                **source,
            )


def _trackers(observations: Observations, declared: Declared) -> list[list[str]]:
    """Kind, name and host of what was kept on the device, a declared one by its declared name."""
    return [
        list(tracker)
        for tracker in sorted(
            {
                (item.kind, _name(item.kind, item.name, declared), item.host)
                for item in observations.seen
                if item.kind in STORAGES
            }
        )
    ]


def _name(kind: str, name: str, declared: Declared) -> str:
    named = declared.named(kind, name)
    return named[0].name if named else grouped(printable(name))


def open_findings(run: AuditRun) -> list[dict]:
    """The findings of ``run`` that nobody acknowledged."""
    known = Acknowledgement.keys_of(run.site_key)
    return [item for item in run.findings if item["key"] not in known]


def fails(run: AuditRun, severity: str) -> bool:
    """Whether a finding of that severity or a graver one is open."""
    grave = SEVERITIES[: SEVERITIES.index(severity) + 1]
    return any(item["severity"] in grave for item in open_findings(run))
