"""JUnit's XML: a test case for each kind of finding, so that CI shows which ones fail."""

from xml.etree.ElementTree import Element, SubElement, tostring

from ...models import AuditRun
from ..kinds import KINDS
from ..run import open_findings
from ..words import place_in_words, problem_in_words, said_of


def as_junit(run: AuditRun) -> str:
    by_kind: dict[str, list[dict]] = {}
    for finding in open_findings(run):
        by_kind.setdefault(finding["kind"], []).append(finding)
    failing = [kind for kind in by_kind if KINDS[kind].severity != "hint"]
    is_incomplete = run.status == AuditRun.Status.INCOMPLETE
    suite = Element(
        "testsuite",
        name="cookie audit",
        tests=str(len(KINDS) + 1),
        failures=str(len(failing)),
        errors="1" if is_incomplete else "0",
        skipped="0",
        timestamp=run.started_at.isoformat(),
    )
    for kind in KINDS.values():
        case = SubElement(
            suite, "testcase", classname="cookie_pages.audit", name=kind.id
        )
        if kind.id in failing:
            words = [_words(finding) for finding in by_kind[kind.id]]
            failure = SubElement(
                case, "failure", message=f"{kind.title}: {words[0]}", type=kind.severity
            )
            failure.text = "\n".join([*words, f"{kind.remedy} ({kind.source})"])
    complete = SubElement(
        suite, "testcase", classname="cookie_pages.audit", name="complete"
    )
    if is_incomplete:
        error = SubElement(complete, "error", message="incomplete", type="incomplete")
        error.text = "\n".join(map(problem_in_words, run.problems))
    return tostring(suite, encoding="unicode", xml_declaration=True)


def _words(finding: dict) -> str:
    places = "; ".join(place_in_words(*place) for place in finding["places"])
    return f"{said_of(finding)} {places}".rstrip()
