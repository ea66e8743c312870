"""Each rule that code and tests name by its id stands in ``docs/rules.md``."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"(?:rules? |[(\"] ?|, | and )([ACDFS][1-9][0-9]?)(?=[),.: -])")


def named_rules():
    for folder in ("cookie_pages", "site", "tests"):
        for path in (ROOT / folder).rglob("*"):
            if (
                path.suffix in (".py", ".html", ".css")
                and "migrations" not in path.parts
            ):
                yield from NAMED.findall(path.read_text(encoding="utf-8"))


def test_a_reader_can_look_each_rule_up():
    told = re.findall(
        r"^\| ([A-Z][0-9]+) \|", (ROOT / "docs/rules.md").read_text(), re.M
    )
    named = set(named_rules())
    assert len(named) > 40
    assert named <= set(told)


def test_each_rule_has_its_source_and_a_link():
    lines = (ROOT / "docs/rules.md").read_text().splitlines()
    rows = [line for line in lines if re.match(r"\| [A-Z][0-9]+ \|", line)]
    assert rows
    assert not [row for row in rows if not re.search(r"\| \[.+\]\(\S+\) \|$", row)]


def test_each_rule_has_a_verdict_and_tests_that_exist():
    for line in (ROOT / "docs/rules.md").read_text().splitlines():
        if re.match(r"\| [A-Z][0-9]+ \|", line):
            _, name, _, verdict, tests, *_ = re.split(r"(?<!\\)\|", line)
            verdict, tests = verdict.strip(), re.findall(r"`(\S+)`", tests)
            assert re.match("holds$|partly: .+|not built: .+", verdict), name
            assert tests or verdict != "holds", name
            assert all((ROOT / "tests" / test).exists() for test in tests), name
