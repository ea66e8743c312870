"""SARIF 2.1.0, which code hosts show beside the code."""

import json

from ...models import AuditRun
from ..kinds import KINDS
from ..run import open_findings
from ..words import problem_in_words, titled

LEVELS = {"high": "error", "medium": "warning", "low": "note", "hint": "none"}


def as_sarif(run: AuditRun) -> str:
    from ... import __version__

    driver = {
        "name": "wagtail-cookie-pages audit",
        "version": __version__,
        "rules": [
            {
                "id": kind.id,
                "shortDescription": {"text": str(kind.title)},
                "help": {"text": f"{kind.remedy} ({kind.source})"},
                "defaultConfiguration": {"level": LEVELS[kind.severity]},
            }
            for kind in KINDS.values()
        ],
    }
    invocation = {
        "executionSuccessful": run.status == AuditRun.Status.COMPLETE,
        "toolExecutionNotifications": [
            {
                "level": "warning",
                "message": {"text": problem_in_words(item)},
            }
            for item in run.problems
        ],
    }
    data = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "invocations": [invocation],
                "results": [_result(run, item) for item in open_findings(run)],
            }
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _result(run: AuditRun, finding: dict) -> dict:
    kind = KINDS[finding["kind"]]
    pages = [page for _state, page in finding["places"]] or [run.base]
    return {
        "ruleId": kind.id,
        "level": LEVELS[kind.severity],
        "message": {"text": f"{titled(finding)}. {kind.remedy}"},
        "partialFingerprints": {"finding/v1": finding["key"]},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": page}}}
            for page in dict.fromkeys(pages)
        ],
    }
