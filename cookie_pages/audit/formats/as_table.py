"""For a terminal: what to do, the gravest first."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...models import AuditRun
from ..kinds import KINDS
from ..run import open_findings
from ..words import place_in_words, problem_in_words, severity_in_words, titled


def as_table(run: AuditRun) -> str:
    found = open_findings(run)
    lines = [line for finding in found for line in _finding(finding)]
    if known := len(run.findings) - len(found):
        lines.append(
            ngettext(
                "%(n)d finding was acknowledged.",
                "%(n)d findings were acknowledged.",
                known,
            )
            % {"n": known}
        )
    if run.status == AuditRun.Status.INCOMPLETE:
        lines.append(_("Incomplete: the audit did not see all."))
    lines += [f"         {problem_in_words(item)}" for item in run.problems]
    lines.append(
        ngettext("%(n)d finding", "%(n)d findings", len(found)) % {"n": len(found)}
    )
    return "\n".join(lines)


def _finding(finding: dict) -> list[str]:
    kind = KINDS[finding["kind"]]
    source = ", ".join(filter(None, (kind.rule, kind.source)))
    places = [place_in_words(*place) for place in finding["places"][:3]]
    more = len(finding["places"]) - len(places)
    if more > 0:
        places.append(ngettext("and %(n)d more", "and %(n)d more", more) % {"n": more})
    return [
        f"{severity_in_words(kind.severity):8} {titled(finding)}",
        *(f"         {place}" for place in places),
        f"         → {kind.remedy} ({source})",
        "",
    ]
