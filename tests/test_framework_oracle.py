"""The real pytest agrees: on the framework rules' examples, on generated fixture graphs, on rewritten tests."""

from __future__ import annotations

import re
import textwrap
import unittest
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flake8_testquality.model.fixture_graph import mismatches
from flake8_testquality.model.fixtures import BUILTIN_SCOPES
from flake8_testquality.registry import rule_named
from tests.linting import lint, module_of, write
from tests.running import run
from tests.test_fixes import applied

# What pytest prints about each rule's bad example.
VERDICTS = {
    "TQ801": 'Fixture "cart" called directly',
    "TQ804": "requested an async fixture|coroutine",
    "TQ805": "Marks applied to fixtures have no effect|Marks cannot be applied to fixtures",
    "TQ806": "ScopeMismatch",
    "TQ811": "is marked with '@pytest.mark.asyncio' but it is not an async function",
    "TQ820": "function uses no argument 'expectd'",
    "TQ821": r"must be equal to the number of values|number of names \(2\)",
    "TQ824": r"Unknown pytest\.mark\.slwo|'slwo' not found in `markers`",
    "TQ825": r"Unknown pytest\.mark\.xfial",
    "TQ826": r"usefixtures\(\) in .* without arguments has no effect",
    "TQ827": r"rows0\].*|rows2\]",
    "TQ829": r"test_greeting\[A\]",
}
SHOP = '''
def __getattr__(name):
    from unittest.mock import MagicMock
    return MagicMock()
'''


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What pytest says of each bad example, from one run for those without a configuration and one for each with."""
    found = {}
    alone = tmp_path_factory.mktemp("alone")
    plain = {code: rule for code in VERDICTS if (rule := rule_named(code)) is not None and not rule.project}
    for code, rule in plain.items():
        write(alone, {f"test_{code}.py": rule.bad[0], "shop.py": SHOP})
    text = said(alone)
    for code in plain:
        found[code] = "\n".join(part for part in re.split(r"\n(?=_{3,}|\S*test_TQ)", text) if f"test_{code}" in part)
    for code in VERDICTS:
        rule = rule_named(code)
        if rule is not None and rule.project:
            folder = tmp_path_factory.mktemp(code)
            write(folder, {**rule.project, f"test_{code}.py": rule.bad[0], "shop.py": SHOP})
            found[code] = said(folder)
    return found


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says of the good examples, with the marks of the one that needs them registered."""
    folder = tmp_path_factory.mktemp("good")
    rules = [rule for code in VERDICTS if (rule := rule_named(code)) is not None]
    files = {f"test_{rule.code}.py": rule.good[0] for rule in rules}
    write(folder, {**files, "shop.py": SHOP, "pytest.ini": "[pytest]\nmarkers =\n    slow: takes its time\n"})
    return said(folder)


def said(folder: Path) -> str:
    options = ("-vv", "-rA", "-p", "no:cacheprovider", "-W", "always", "--continue-on-collection-errors")
    done = run("pytest", *options, cwd=folder)
    return done.stdout + done.stderr


@pytest.mark.parametrize("code", VERDICTS)
def test_pytest_says_the_same_of_the_example(code: str, answers: dict[str, str]) -> None:
    assert re.search(VERDICTS[code], answers[code]), answers[code][-3000:]


@pytest.mark.parametrize("code", VERDICTS)
def test_pytest_says_nothing_of_the_good_example(code: str, good: str) -> None:
    parts = re.split(r"\n(?=_{3,}|\S*test_TQ)", good)
    assert re.search(VERDICTS[code], "\n".join(part for part in parts if f"test_{code}" in part)) is None


TABLES = """
import datetime
import re

import pytest


class Order:
    def __init__(self, *rows):
        self.rows = rows


MORE = ("a", "b")
HEAD = (("a", 1), ("b", 2))
ROWS = HEAD + (("c", {}), ("d", []))


@pytest.mark.parametrize("rows", [{"a": 1}, {"b": 2}, [3]])
@pytest.mark.parametrize("text, expected", [("é", 1), ("b", b"b"), ("c", {}), ("d", datetime.date(2024, 1, 1))])
@pytest.mark.parametrize(("order", "bare"), [(Order(1), ...), (Order(2), 1), pytest.param(Order(3), 2)])
@pytest.mark.parametrize("discount", [lambda price: 1, lambda price: 2, lambda price: 3])
@pytest.mark.parametrize("name, value", [("x", re.compile("a")), ("y", b"a"), ("z", {1})])
@pytest.mark.parametrize("word, found", ROWS + (("e", {1, 2}),))
@pytest.mark.parametrize("pair, given", [((1, 2), {}), ((3, 4), []), ((5, 6), [1])])
@pytest.mark.parametrize("late", [{}, *MORE, [], [1]])
def test_tables(rows, text, expected, order, bare, discount, name, value, word, found, pair, given, late):
    assert rows
"""
SPLIT = re.compile(r"(?=^@pytest)", re.MULTILINE)


def test_unnamed_cases_name_an_id_of_pytest(tmp_path: Path) -> None:
    head, *marks = SPLIT.split(TABLES)
    marks[-1], _, _ = marks[-1].partition("def ")
    tables = []
    for number, mark in enumerate(marks):
        names = ", ".join(re.findall(r"\w+", mark.partition("[")[0].partition("ROWS")[0].partition("(")[2]))
        tables.append(f"{mark}def test_{number}({names}):\n    assert 1\n")
    path = tmp_path / "test_tables.py"
    write(tmp_path, {"test_tables.py": head + "\n\n".join(tables), "pytest.ini": "[pytest]\n"})
    done = run("pytest", "--collect-only", "-q", "-p", "no:cacheprovider", cwd=tmp_path)
    ids = re.findall(r"::test_(\d+)\[(.*)\]", done.stdout)
    rule = rule_named("TQ827")
    assert rule is not None
    said = {report.line: report.text.split("`")[1] for report in lint(path, [rule])}
    lines = [number for number, line in enumerate(path.read_text("utf-8").split("\n"), 1) if line.startswith("@pytest")]
    for number, line in enumerate(lines):
        if line in said:
            real = {part for table, shown in ids if int(table) == number for part in shown.split("-")}
            assert any(part.startswith(said[line]) if said[line] == "<lambda>" else part == said[line] for part in real)
    assert list(said.values()) == ["rows0", "expected2", "order0", "<lambda>", "value2", "found2", "given0", "late0"]


# ------------------------------------------------------------------ generated fixture graphs

SCOPES = ("function", "class", "module", "package", "session")
NAMES = ("f0", "f1", "f2", "f3")
ASKED = ("tmp_path", "tmp_path_factory", "capsys", "request", "pytestconfig", "monkeypatch")


@attrs.frozen
class Node:
    """A generated fixture: where it stands, how long it lives, whom it asks for."""

    name: str
    scope: str
    asks: tuple[str, ...]

    @property
    def text(self) -> str:
        given = "" if self.scope == "function" else f'(scope="{self.scope}")'
        return f"@pytest.fixture{given}\ndef {self.name}({', '.join(self.asks)}):\n    return 1\n\n\n"


Level = tuple[Node, ...]


@st.composite
def level(draw: st.DrawFn, above: bool) -> Level:
    """The fixtures of one file; each asks for earlier names, for itself above it, or for built-in ones."""
    found = []
    for number, name in enumerate(NAMES):
        if draw(st.booleans()):
            offered = [*NAMES[:number], *ASKED, *([name] if above else [])]
            asks = draw(st.lists(st.sampled_from(offered), max_size=2, unique=True))
            found.append(Node(name, draw(st.sampled_from(SCOPES)), tuple(asks)))
    return tuple(found)


def graphs(count: int) -> list[tuple[Level, Level]]:
    """Projects of a conftest and a test file."""
    found: list[tuple[Level, Level]] = []

    @settings(max_examples=count, database=None, deadline=None, derandomize=True)
    @given(level(above=False), level(above=True))
    def collect(conftest: Level, module: Level) -> None:
        found.append((conftest, module))

    collect()
    return found


def chain(name: str, module: Level, conftest: Level) -> list[Node]:
    """The fixtures of a name, the one that wins first."""
    return [node for nodes in (module, conftest) for node in nodes if node.name == name]


def edges(name: str, module: Level, conftest: Level) -> Iterator[tuple[Node, str, str | None]]:
    """(fixture, name it asks for, that one's scope) for everything that a test asking for a name reaches."""
    pending, seen = chain(name, module, conftest)[:1], []
    while pending:
        node = pending.pop()
        if node in seen:
            continue
        seen.append(node)
        for asked in node.asks:
            offered = chain(asked, module, conftest)
            if asked == node.name:
                offered = [other for other in offered if other is not node][-1:]
            yield node, asked, offered[0].scope if offered else BUILTIN_SCOPES.get(asked)
            pending.extend(offered[:1])


def test_scope_mismatches_are_those_of_pytest(tmp_path: Path) -> None:
    projects = graphs(60)
    for number, (conftest, module) in enumerate(projects):
        known = {node.name for node in (*conftest, *module)}
        tests = "".join(f"def test_{name}({name}):\n    pass\n\n\n" for name in sorted(known))
        name = f"g{number:03}"
        write(tmp_path, {
            f"{name}/__init__.py": "",
            f"{name}/conftest.py": "import pytest\n\n\n" + "".join(node.text for node in conftest),
            f"{name}/test_graph.py": "import pytest\n\n\n" + "".join(node.text for node in module) + tests,
        })  # fmt: skip
    write(tmp_path, {"pytest.ini": "[pytest]\n"})
    run("pytest", "-q", "-p", "no:cacheprovider", "--junitxml=report.xml", cwd=tmp_path)
    real = outcomes(tmp_path / "report.xml")
    compared = 0
    for number, (conftest, module) in enumerate(projects):
        folder = tmp_path / f"g{number:03}"
        ours = {
            (file.stem, item.name, name)
            for file in (folder / "conftest.py", folder / "test_graph.py")
            for item in module_of(file).fixtures
            for name, _ in mismatches(item)
        }
        for name in {node.name for node in (*conftest, *module)}:
            reached = list(edges(name, module, conftest))
            # A conftest's fixture that asks for a name which the module overrides is judged at home by the conftest's.
            if any(node in conftest and any(other.name == asked for other in module) for node, asked, _ in reached):
                continue
            if any(scope is None and asked in NAMES for _, asked, scope in reached):
                continue
            said = real[f"g{number:03}.test_graph", f"test_{name}"]
            wanted = any(
                ("test_graph" if node in module else "conftest", node.name, asked) in ours for node, asked, _ in reached
            )
            assert ("ScopeMismatch" in said) == wanted, (conftest, module, name, said)
            compared += 1
    assert compared > 60


def outcomes(report: Path) -> dict[tuple[str, str], str]:
    """(file, test) -> the text of its failure or error, empty for a pass."""
    found = {}
    for case in ElementTree.parse(report).iter("testcase"):
        said = " ".join(part.get("message", "") + (part.text or "") for part in case)
        found[case.get("classname", ""), case.get("name", "")] = said
    return found


# ------------------------------------------------------------------ rewritten tests

HEAD = '''
import datetime
import re
import unittest
import warnings


class Odd:
    def __eq__(self, other):
        return False
    def __ne__(self, other):
        return False


def boom(*args, **kwargs):
    raise ValueError("boom")


def calm(*args, **kwargs):
    return 1


def warn():
    warnings.warn("old thing", DeprecationWarning)


class T(unittest.TestCase):
'''
LINES = """
self.assertEqual(1 + 1, 2)
self.assertEqual(1, 2, "message")
self.assertEqual(1, 2, msg=f"{1}")
self.assertEqual(first=1, second=1)
self.assertEqual((1, 2), (1, 2))
self.assertEqual(1 if True else 2, 1)
self.assertEqual(1 < 2, True)
self.assertEqual(not 1, False)
self.assertEqual(lambda: 1, 2)
self.assertEqual(1 or 2, 2 and 1)
self.assertNotEqual(1, 1)
self.assertNotEqual(Odd(), 1)
self.assertEqual(Odd(), 1)
self.assertTrue(1 == 2, "message")
self.assertTrue([])
self.assertTrue(1 if [] else 0)
self.assertTrue(x := 1)
self.assertFalse(0)
self.assertFalse(1 == 1)
self.assertFalse(Odd() == 1)
self.assertFalse(not 1)
self.assertFalse(not 0)
self.assertFalse(1 or 0)
self.assertFalse(0 and 1, "x")
self.assertFalse(1 in [1])
self.assertFalse(2 in [1])
self.assertIs(None, None)
self.assertIs(int("7"), 7)
self.assertIs([], [])
self.assertIsNot([], [])
self.assertIsNone(0)
self.assertIsNone(None)
self.assertIsNotNone(None, msg="x")
self.assertIsNotNone(1 if True else None)
self.assertIn(1, [1])
self.assertIn(1, [2])
self.assertIn("a" if True else "b", "abc")
self.assertNotIn(1, [1])
self.assertNotIn(member=1, container=[2])
self.assertIsInstance(1, int)
self.assertIsInstance(True, (str, bytes))
self.assertNotIsInstance(1, int)
self.assertNotIsInstance(1, str)
self.assertLess(1, 2)
self.assertLess(2, 1)
self.assertLessEqual(2, 2)
self.assertGreater(1, 2)
self.assertGreaterEqual(a=2, b=2)
self.assertAlmostEqual(0.1 + 0.2, 0.3)
self.assertAlmostEqual(0.1, 0.1001)
self.assertAlmostEqual(0.1, 0.1001, 3)
self.assertAlmostEqual(0.1, 0.101, places=3)
self.assertAlmostEqual(1, 1.4, 0)
self.assertAlmostEqual(1, 1.6, 0)
self.assertAlmostEqual(1, 2, delta=1)
self.assertAlmostEqual(1, 2.5, delta=1)
self.assertAlmostEqual(1, 2, msg="far", delta=0.5)
self.assertAlmostEqual(1, 3, None, "far", 1 + 1)
self.assertAlmostEqual(datetime.datetime(2020, 1, 1), datetime.datetime(2020, 1, 2), delta=datetime.timedelta(days=1))
self.assertAlmostEqual(datetime.datetime(2020, 1, 1), datetime.datetime(2020, 1, 3), delta=datetime.timedelta(days=1))
self.assertAlmostEqual(float("inf"), float("inf"))
self.assertAlmostEqual(float("nan"), float("nan"))
self.assertAlmostEqual(1e10, 1e10 + 1)
self.assertNotAlmostEqual(0.1, 0.2)
self.assertNotAlmostEqual(0.1, 0.1)
self.assertNotAlmostEqual(1, 2, delta=0.5)
self.assertRegex("abc", "b")
self.assertRegex("abc", "^b")
self.assertRegex("abc", re.compile("B", re.I))
self.assertRegex(text="abc", expected_regex="c$")
self.assertNotRegex("abc", "b")
self.assertNotRegex("abc", "x", "said")
self.assertListEqual([1], list((1,)))
self.assertListEqual([1], [2])
self.assertListEqual([1], (1,))
self.assertDictEqual({"a": 1}, dict(a=1))
self.assertDictEqual({"a": 1}, {})
self.assertTupleEqual((1,), (1,))
self.assertTupleEqual((1,), (2,))
self.assertSetEqual({1}, {1})
self.assertSetEqual({1}, set())
self.assertSequenceEqual([1], (1,))
self.assertSequenceEqual([1], (2,))
self.assertMultiLineEqual("a", "b")
self.assertMultiLineEqual("a", "a")
self.assertCountEqual([1, 2], [2, 1])
self.assertRaises(ValueError, boom)
self.assertRaises(ValueError, calm)
self.assertRaises(KeyError, boom)
self.assertRaises((KeyError, ValueError), boom, 1, key="x")
self.assertRaises(ValueError, lambda: boom())
self.assertRaises(ValueError, lambda: 1)
self.assertRaises(ValueError, int, "x")
self.assertRaisesRegex(ValueError, "bo+m", boom)
self.assertRaisesRegex(ValueError, "other", boom)
self.assertRaisesRegex(ValueError, re.compile("BOOM", re.I), boom)
self.assertWarns(DeprecationWarning, warn)
self.assertWarns(DeprecationWarning, calm)
self.assertWarnsRegex(DeprecationWarning, "old", warn)
self.assertWarnsRegex(DeprecationWarning, "new", warn)
self.assertRaises(ValueError, boom); self.assertEqual(1, 2)
with self.assertRaises(ValueError): boom()
with self.assertRaises(ValueError): calm()
with self.assertRaises(ValueError) as caught: boom(); self.assertEqual(1, 2)
with self.assertWarns(DeprecationWarning): warn()
with self.assertWarns(DeprecationWarning): calm()
with self.assertRaisesRegex(ValueError, "boom"): boom()
with self.assertRaisesRegex(ValueError, "bam"): boom()
with self.assertRaises(ValueError), self.subTest(1): boom()
""".strip().split("\n")
BLOCKS = (
    """
    with self.assertRaises(ValueError) as caught:
        boom()
    self.assertEqual(str(caught.exception), "boom")
    """,
    """
    with self.assertRaises(ValueError) as caught:
        boom()
    self.assertIn("bam", caught.exception.args)
    """,
    """
    self.assertEqual(
        1,
        2,  # the other
    )
    """,
    """
    self.assertEqual(
        "ä"
        "b", "äb")
    """,
    """
    self.assertTrue(
        1 == 1
        and 2 == 3)
    """,
    """
    if True: self.assertTrue(1); self.assertFalse(1)
    """,
)


def table() -> str:
    """A TestCase with one test for each line and block."""
    parts = [f"    def test_{number:03}(self):\n        {line}\n" for number, line in enumerate(LINES)]
    for number, block in enumerate(BLOCKS, len(LINES)):
        body = textwrap.indent(textwrap.dedent(block).strip("\n"), " " * 8)
        parts.append(f"    def test_{number:03}(self):\n{body}\n")
    return HEAD.lstrip("\n") + "\n".join(parts)


def unittest_outcomes(text: str) -> dict[str, bool]:
    """Test -> whether it passes under the real unittest."""
    space: dict[str, Any] = {"__name__": "table"}
    exec(compile(text, "table.py", "exec"), space)
    found = {}
    for name in unittest.defaultTestLoader.getTestCaseNames(space["T"]):
        result = unittest.TestResult()
        space["T"](name).run(result)
        found[name] = result.wasSuccessful()
    return found


def test_rewritten_tests_pass_and_fail_as_before(tmp_path: Path) -> None:
    text = table()
    write(tmp_path, {"pytest.ini": "[pytest]\n"})
    path = tmp_path / "test_table.py"
    path.write_text(text, encoding="utf-8")
    rules = [rule for code in ("TQ851", "TQ850") if (rule := rule_named(code)) is not None]
    assert len(lint(path, rules)) > len(LINES) - 2
    rewritten = 0
    for rule in rules:
        reports = [report for report in lint(path, [rule]) if report.edits]
        path.write_text(applied(path.read_text(encoding="utf-8"), reports), encoding="utf-8")
        rewritten += len(reports)
    assert rewritten > len(LINES) - 12
    run("pytest", "-q", "-p", "no:cacheprovider", "-W", "ignore", "--junitxml=report.xml", cwd=tmp_path)
    after = {name: not said for (_, name), said in outcomes(tmp_path / "report.xml").items()}
    before = unittest_outcomes(text)
    lines = dict(enumerate([*LINES, *BLOCKS]))
    assert {lines[int(name[-3:])]: passed for name, passed in after.items() if before[name] != passed} == {}
    assert set(after) == set(before)
    assert set(before.values()) == {True, False}
    left = {report.text.split("`")[1] for report in lint(path, rules)}
    assert left <= {"assertEqual", "assertListEqual", "assertIs", "assertRaises"}
