"""How many of a sample of mutations the tests see, in the rooms where a mistake costs consent.

``make mutation`` changes one thing at a time in a copy of the tree, such as ``<`` to ``<=``, and
runs the tests of those rooms; it prints what no test saw, and the share of what was seen.
``SAMPLE`` is the number of mutations (60), ``SEED`` picks others.
"""

import os
import random
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = ["rules", "consent", "gates", "notices"]
# Those that read the tree itself would fail for each change.
TESTS = (
    "banner charter_facts choice conf consent_post deletion embeds exports layer1 limits markup "
    "notices panel_address pinned preferences_page publication records several_sites verify "
    "wording"
).split()
CONFIG = """
[cosmic-ray]
module-path = {modules}
timeout = 120.0
excluded-modules = []
test-command = "{python} -m pytest -x -q -p no:cacheprovider {tests}"

[cosmic-ray.distributor]
name = "local"
"""
# Types in annotations, such as `str | None`, are never run.
IGNORED = "core/ReplaceBinaryOperator_BitOr%"


def prepared(folder, session):
    """A copy of what is committed, and the list of all its mutations."""
    subprocess.run(["git", "clone", "--quiet", ROOT, folder], check=True)
    config = folder / "mutation.toml"
    tests = " ".join(f"tests/unit/test_{name}.py" for name in TESTS)
    modules = [f"cookie_pages/{room}" for room in ROOMS]
    config.write_text(
        CONFIG.format(modules=modules, python=sys.executable, tests=tests).replace(
            "'", '"'
        )
    )
    tool = Path(sys.executable).with_name("cosmic-ray")
    subprocess.run([tool, "init", config, session], cwd=folder, check=True)
    return [tool, "exec", config, session]


def sampled(session, size, seed):
    """Leaves so many of the mutations; gives how many there were."""
    with sqlite3.connect(session) as database:
        rows = database.execute(
            "SELECT job_id, operator_name LIKE ? FROM mutation_specs "
            "ORDER BY module_path, start_pos_row, start_pos_col, operator_name, occurrence",
            [IGNORED],
        ).fetchall()
        known = [job for job, ignored in rows if not ignored]
        kept = set(random.Random(seed).sample(known, min(size, len(known))))
        gone = [(job,) for job, _ignored in rows if job not in kept]
        for table in ("mutation_specs", "work_items"):
            database.executemany(f"DELETE FROM {table} WHERE job_id = ?", gone)
    return len(known)


def report(session):
    with sqlite3.connect(session) as database:
        rows = database.execute(
            "SELECT module_path, start_pos_row, operator_name, test_outcome, diff "
            "FROM work_results JOIN mutation_specs USING (job_id) "
            "ORDER BY module_path, start_pos_row"
        ).fetchall()
    survived = [row for row in rows if "SURVIVED" in str(row[3]).upper()]
    for path, line, operator, _outcome, diff in survived:
        print(f"\n{path}:{line} {operator}\n{diff}")
    seen = len(rows) - len(survived)
    print(
        f"\n{seen} of {len(rows)} mutations were seen by a test: {seen / len(rows):.0%}"
    )


def main():
    size, seed = int(os.environ.get("SAMPLE", "60")), os.environ.get("SEED", "1")
    with tempfile.TemporaryDirectory() as folder:
        session = Path(folder) / "session.sqlite"
        command = prepared(Path(folder) / "tree", session)
        total = sampled(session, size, seed)
        print(f"{size} of {total} mutations…", flush=True)
        subprocess.run(command, cwd=Path(folder) / "tree", check=True)
        report(session)


if __name__ == "__main__":
    main()
