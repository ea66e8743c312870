import json

from ...models import AuditRun
from ..run import open_findings


def as_json(run: AuditRun) -> str:
    """One object; findings that were acknowledged aren't among them."""
    data = {
        "site": str(run.site),
        "address": run.base,
        "status": run.status,
        "started_at": run.started_at.isoformat(),
        "ended_at": run.ended_at.isoformat(),
        "findings": open_findings(run),
        "acknowledged": len(run.findings) - len(open_findings(run)),
        "trackers": run.trackers,
        "problems": run.problems,
    }
    return json.dumps(data, ensure_ascii=False, indent=2)
