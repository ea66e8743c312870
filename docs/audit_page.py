"""Writes the table of findings in ``docs/audit.md`` from ``cookie_pages/audit/kinds.py``.

``python docs/audit_page.py`` after a change of it; a test says when it is due.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/audit.md"
START, END = "<!-- findings -->\n", "<!-- end of findings -->\n"


def text():
    """The whole page, with the table as the code has it now."""
    from cookie_pages.audit.kinds import KINDS

    lines = ["| finding | severity | rule | source |", "|---|---|---|---|"]
    for kind in KINDS.values():
        row = (f"`{kind.id}` {kind.title}", kind.severity, kind.rule, kind.source)
        lines.append(f"| {' | '.join(map(str, row))} |")
    before, _start, rest = PAGE.read_text(encoding="utf-8").partition(START)
    _old, _end, after = rest.partition(END)
    return before + START + "\n".join(lines) + "\n" + END + after


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    import django
    from django.utils import translation

    django.setup()
    with translation.override("en"):
        PAGE.write_text(text(), encoding="utf-8")
