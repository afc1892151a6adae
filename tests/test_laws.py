"""What must hold for every rule and every file, over the rules' own examples and over generated sources."""

from __future__ import annotations

import re
import textwrap
import unittest
from pathlib import Path

import hypothesmith
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flake8_testquality import engine
from flake8_testquality.model.module import Module
from flake8_testquality.registry import all_rules
from flake8_testquality.rule import Rule
from flake8_testquality.source import Source
from tests.effort import examples
from tests.linting import STRICT, module_of, write

EXAMPLES = [
    pytest.param(rule, textwrap.dedent(text).lstrip("\n"), id=f"{rule.code}-{n}")
    for rule in all_rules()
    for n, text in enumerate((*rule.bad, *rule.good))
]
# Rules whose subject is the comments or the layout itself.
ABOUT_LAYOUT = {"TQ001", "TQ002", "TQ003", "TQ004", "TQ114"}


def findings(folder: Path, rule: Rule, text: str) -> list[engine.Report]:
    write(folder, {**rule.project, rule.filename: text})
    module = module_of(folder / rule.filename)
    return engine.check(module, all_rules()) if module.role != "source" else []


def places(reports: list[engine.Report], shift: int = 0) -> set[tuple[int, int, str]]:
    """(line, column, code), lines moved; a finding about the file stays on line 1."""
    return {
        (report.line if report.node is None and report.line == 1 else report.line + shift, report.column, report.code)
        for report in reports
        if report.code not in ABOUT_LAYOUT
    }


@pytest.mark.parametrize(("rule", "text"), EXAMPLES)
def test_lines_in_front_only_shift(rule: Rule, text: str, tmp_path: Path) -> None:
    before = findings(tmp_path / "a", rule, text)
    after = findings(tmp_path / "b", rule, "# 日本 é\n\n\n" + text)
    assert places(after) == places(before, 3)


@pytest.mark.parametrize(("rule", "text"), EXAMPLES)
def test_no_rule_crashes_on_an_example_of_another(rule: Rule, text: str, tmp_path: Path) -> None:
    assert [report.text for report in findings(tmp_path, rule, text) if report.code == "TQ000"] == []


@pytest.mark.parametrize(("rule", "text"), EXAMPLES)
def test_order_of_rules_does_not_matter(rule: Rule, text: str, tmp_path: Path) -> None:
    write(tmp_path, {**rule.project, rule.filename: text})
    path = tmp_path / rule.filename
    forward = engine.check(module_of(path), all_rules())
    assert engine.check(module_of(path), all_rules()[::-1]) == forward


ALIASES = (
    (r"^import pytest$", "import pytest as pt", r"\bpytest\.(?!ini)", "pt."),
    (r"^from unittest import mock$", "from unittest import mock as fake", r"(?<!\.)\bmock\.", "fake."),
    (r"^import unittest$", "import unittest as ut", r"\bunittest\.(?=TestCase|Isolated|skip|expected)", "ut."),
    (r"^import time$", "import time as clock", r"\btime\.", "clock."),
    (r"^import os$", "import os as system", r"\bos\.", "system."),
    (r"^import asyncio$", "import asyncio as aio", r"(?<!\.)\basyncio\.", "aio."),
)


@pytest.mark.parametrize(
    ("rule", "text"),
    [case for case in EXAMPLES if re.search("^import |^from unittest import mock$", case.values[1], re.M)],
)
def test_import_alias_changes_nothing(rule: Rule, text: str, tmp_path: Path) -> None:
    renamed = text
    for statement, other, use, short in ALIASES:
        if re.search(statement, renamed, re.MULTILINE):
            head, line, rest = re.split(f"({statement})", renamed, maxsplit=1, flags=re.MULTILINE)
            renamed = re.sub(use, short, head) + other + re.sub(use, short, rest)
            assert line
    before, after = findings(tmp_path / "a", rule, text), findings(tmp_path / "b", rule, renamed)
    assert {(report.line, report.code) for report in after} == {(report.line, report.code) for report in before}


def crashes(text: str) -> list[str]:
    try:
        source = Source.of_text(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    return [
        report.text for report in engine.check(Module(source, settings=STRICT), all_rules()) if report.code == "TQ000"
    ]


@settings(suppress_health_check=list(HealthCheck), max_examples=examples(25))
@given(hypothesmith.from_node())
def test_no_crash_on_any_source_that_parses(text: str) -> None:
    assert crashes(text) == []


FRAGMENTS = [
    line
    for rule in all_rules()
    for text in (*rule.bad, *rule.good)
    for line in re.split(r"\n(?=\S)", textwrap.dedent(text).strip("\n"))
]


@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=12))
def test_no_crash_on_shuffled_examples(parts: list[str]) -> None:
    assert crashes("\n".join(parts)) == []


# What stands between the parentheses of an assertion, sensible or not.
ODD_ARGUMENTS = "", "*xs", "a, *xs", "*xs, a", "**kw", "a, **kw", "first=a", "second=a", "a, second=b", "a", "None, *xs"


@pytest.mark.parametrize("method", sorted(name for name in dir(unittest.TestCase) if name.startswith("assert")))
def test_no_crash_on_odd_arguments_of_an_assertion(method: str) -> None:
    calls = [f"self.{method}({arguments})" for arguments in ODD_ARGUMENTS]
    tests = [
        f"    def test_{number}_{shape}(self):\n        a, b = go(), go()\n        {statement}\n"
        for number, call in enumerate(calls)
        for shape, statement in enumerate((call, f"with {call}:\n            go()", f"for x in a:\n            {call}"))
    ]
    text = "import unittest\nfrom app import go, kw, xs\n\n\nclass TestOdd(unittest.TestCase):\n" + "\n".join(tests)
    assert crashes(text) == []
