"""The tests that need no browser, with each version that ``pyproject.toml`` promises.

    python tests/matrix.py               every combination whose interpreter is on the machine
    python tests/matrix.py 3.13-8.0-6.1  this one
    python tests/matrix.py --ends        the oldest and the newest: the main rooms, and the README

Interpreters are looked for on the PATH and where pyenv keeps its own. A table says what ran, what
failed, and what isn't on the machine.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
VENVS = ROOT / ".venv-matrix"
# Python, Wagtail, Django; the oldest first, the newest last.
COMBINATIONS = [
    ("3.11", "7.4", "5.2"),
    ("3.11", "8.0", "5.2"),
    ("3.12", "7.4", "6.0"),
    ("3.12", "8.0", "6.0"),
    ("3.13", "7.4", "5.2"),
    ("3.13", "8.0", "6.1"),
]
ALL = ["tests/unit", "tests/admin", "tests/sites"]
ENDS = [
    "tests/unit/test_consent_post.py",
    "tests/unit/test_banner.py",
    "tests/unit/test_embeds.py",
    "tests/unit/test_notices.py",
    "tests/admin/test_declarations.py",
    "tests/admin/test_one_place.py",
    "tests/admin/test_edits_by_site.py",
    "tests/sites/test_readme.py",
]


def interpreter(version):
    """The path of a Python of that version, or None."""
    if sys.version_info[:2] == tuple(map(int, version.split("."))):
        return sys.executable
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    kept = sorted(root.glob(f"versions/{version}.*/bin/python"))
    found = str(kept[-1]) if kept else shutil.which(f"python{version}")
    # A name on the PATH may be a stand-in for a version that isn't chosen.
    works = (
        found and not subprocess.run([found, "-c", ""], capture_output=True).returncode
    )
    return found if works else None


def wanted(wagtail, django):
    """What the tests need, with these versions in the place of the usual ones."""
    files = ("requirements.txt", "requirements-test.txt")
    lines = [line for name in files for line in (ROOT / name).read_text().splitlines()]
    others = ("-r", "#", "wagtail==", "Django==")
    return [f"wagtail=={wagtail}.*", f"Django=={django}.*"] + [
        line for line in lines if line and not line.startswith(others)
    ]


def environment(python, wagtail, django, path):
    """A virtual environment with these versions, made once; gives its interpreter."""
    own = VENVS / f"{python}-{wagtail}-{django}"
    run = own / "bin/python"
    mark = own / "made"
    needed = wanted(wagtail, django)
    if not mark.exists() or mark.read_text() != "\n".join(needed):
        shutil.rmtree(own, ignore_errors=True)
        subprocess.run([path, "-m", "venv", own], check=True)
        # Only what is imported is compiled, at its first import.
        pip = [run, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--no-compile", *needed], check=True)
        mark.write_text("\n".join(needed))
    return run


def tried(combination, tests):
    path = interpreter(combination[0])
    if not path:
        return "not on this machine"
    run = environment(*combination, path)
    command = [
        run,
        "-m",
        "pytest",
        *tests,
        "--numprocesses",
        "2",
        "--dist",
        "worksteal",
    ]
    return "works" if subprocess.run(command, cwd=ROOT).returncode == 0 else "FAILS"


def main(words):
    only_ends = "--ends" in words
    named = [each for each in COMBINATIONS if "-".join(each) in words]
    chosen = [COMBINATIONS[0], COMBINATIONS[-1]] if only_ends else named or COMBINATIONS
    states = {each: tried(each, ENDS if only_ends else ALL) for each in chosen}
    print("\nPython | Wagtail | Django |")
    for (python, wagtail, django), state in states.items():
        print(f"{python:6} | {wagtail:7} | {django:6} | {state}")
    sys.exit("FAILS" in states.values() or "works" not in states.values())


if __name__ == "__main__":
    main(sys.argv[1:])
