"""The findings of a run as an editor reads them: by what to do, and against the run before."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.urls import reverse

from ...audit.kinds import KINDS, Kind
from ...audit.run import open_findings
from ...audit.words import place_in_words, said_of, severity_in_words, titled
from ...models import AuditRun, Cookie, StorageType


@dataclass
class Line:
    """One finding: what it is about, where, whether it is new, and a form to declare it."""

    key: str
    said: str
    places: list[str]
    more: int
    is_new: bool
    declare_url: str = ""


@dataclass
class Group:
    """The findings of one kind."""

    kind: Kind
    severity: str
    lines: list[Line] = field(default_factory=list)


def groups_of(run: AuditRun) -> list[Group]:
    """The open findings, the gravest kinds first."""
    before = run.before
    known = {item["key"] for item in before.findings} if before else None
    groups: dict[str, Group] = {}
    for item in open_findings(run):
        kind = KINDS[item["kind"]]
        group = groups.setdefault(
            kind.id, Group(kind, severity_in_words(kind.severity))
        )
        group.lines.append(_line(item, known))
    return list(groups.values())


def gone_since(run: AuditRun) -> list[str]:
    """What the run before found, and this one no longer does."""
    if not run.before or run.status == AuditRun.Status.RUNNING:
        return []
    still = {item["key"] for item in run.findings}
    return [
        titled(item)
        for item in run.before.findings
        if item["key"] not in still and item["kind"] in KINDS
    ]


def _line(item: dict, known: set[str] | None) -> Line:
    places = item["places"]
    return Line(
        key=item["key"],
        said=said_of(item),
        places=[place_in_words(*place) for place in places[:3]],
        more=max(0, len(places) - 3),
        is_new=known is not None and item["key"] not in known,
        declare_url=declare_url(item["name"], item["of"], item["host"])
        if item["kind"] == "undeclared"
        else "",
    )


def declare_url(name: str, storage: str = StorageType.COOKIE, host: str = "") -> str:
    """The form of a new cookie, filled with what is known of it."""
    kind = storage if storage in StorageType.values else StorageType.COOKIE
    asked = {"name": name, "storage_type": kind, "host": host}
    address = reverse(Cookie.snippet_viewset.get_url_name("add"))
    return (
        f"{address}?{urlencode({key: value for key, value in asked.items() if value})}"
    )
