"""(module, rules) -> findings: the only loop over rules."""

from __future__ import annotations

import ast
import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

import attrs

from flake8_testquality import suppressions
from flake8_testquality.model.leaned_on import leaned_on
from flake8_testquality.model.module import Module
from flake8_testquality.model.project import Project
from flake8_testquality.model.relations import related
from flake8_testquality.rule import Edit, Fact, Finding, Rule, node_of
from flake8_testquality.settings import Settings
from flake8_testquality.source import Source

# subject type -> the attribute of Module that holds the subjects.
NOUNS = {
    "Test": "tests",
    "TestClass": "test_classes",
    "Fixture": "fixtures",
    "Assertion": "assertions",
    "Mock": "mocks",
    "Patch": "patches",
    "Comment": "comments",
}
CRASH_CODE, MALFORMED_CODE, UNUSED_CODE = "TQ000", "TQ001", "TQ002"
MESSAGE_LENGTH, SHORTEST = 120, 8


@attrs.frozen(order=False)
class Report:
    """A finding as the user sees it: `line` from 1, `column` in characters from 0, the text behind the code."""

    line: int
    column: int
    code: str
    text: str
    rule: Rule
    edits: tuple[Edit, ...] = ()
    module: Module | None = attrs.field(default=None, eq=False, repr=False)
    node: ast.AST | None = attrs.field(default=None, eq=False, repr=False)


@cache
def enabled(rules: tuple[Rule, ...], settings: Settings) -> tuple[Rule, ...]:
    """The rules that run under these settings."""
    return tuple(rule for rule in rules if settings.runs(rule))


@cache
def by_subject(rules: tuple[Rule, ...]) -> tuple[tuple[str, tuple[Rule, ...]], ...]:
    """(subject, the rules that subscribe to it), ...: those of a subject that a file lacks are passed over at once."""
    kinds = dict.fromkeys(rule.subject for rule in rules)
    return tuple((kind, tuple(rule for rule in rules if rule.subject == kind)) for kind in kinds)


def concerned(module: Module, rules: tuple[Rule, ...]) -> list[Rule]:
    """The rules that may find something in a file: it has their subjects and speaks one of their words."""
    found: list[Rule] = []
    says = module.says
    for kind, group in by_subject(rules):
        # where no test asserts anything a helper may
        shown = group if has_subjects(module, kind) else [rule for rule in group if rule.helpers and module.tests]
        found.extend(
            rule
            for rule in shown
            if (not rule.words or any(map(says, rule.words)))
            and (rule.needs is None or has_what_it_needs(module, rule.needs))
        )
    return found


def has_subjects(module: Module, kind: str) -> bool:
    """Whether a file may hold subjects of a kind; one that cannot be told is left to each rule, which reports it."""
    noun = NOUNS.get(kind)
    try:
        return noun is None or bool(getattr(module, noun))
    except Exception:
        return True


def has_what_it_needs(module: Module, fact: Fact) -> bool:
    """Whether the fact that a rule needs holds for a file; one that cannot be told is left to the rule's own look."""
    try:
        return bool(module.fact(fact))
    except Exception:
        return True


def check(module: Module, rules: tuple[Rule, ...]) -> list[Report]:
    """Every finding of these rules on a module, without duplicates, in the order of lines.

    A rule that raises becomes one TQ000 finding at the line it was looking at; all others still report.
    """
    crash = next((rule for rule in rules if rule.code == CRASH_CODE), None)
    module.calls.put_in_order()
    found: dict[tuple[int, int, str, str], Report] = {}
    for rule in concerned(module, rules):
        for report in judged(module, rule, crash):
            found.setdefault((report.line, report.column, report.code, report.text), report)
    for rule in rules:
        if rule.code in (MALFORMED_CODE, UNUSED_CODE):
            for report in about_markers(module, rule):
                found.setdefault((report.line, report.column, report.code, report.text), report)
    return sorted(found.values(), key=lambda report: (report.line, report.column, report.code, report.text))


def unsuppressed(module: Module, rules: tuple[Rule, ...]) -> list[Report]:
    """The findings of these rules on a module that no marker in the file suppresses."""
    silent = suppressions.suppressed(module)
    return [report for report in check(module, rules) if not silent(report.code, report.line)]


def about_markers(module: Module, rule: Rule) -> Iterator[Report]:
    """The findings of TQ001 and TQ002, which need to know every rule and what it found."""
    if rule.code == MALFORMED_CODE:
        for marker, fault in suppressions.faulty(module):
            yield placed(module, rule, Finding(marker, fault=fault))
    else:
        for marker, edit in suppressions.unused(module, lambda named: [r.line for r in judged(module, named)]):
            yield placed(module, rule, Finding(marker, edits=[edit]))


def judged(module: Module, rule: Rule, crash: Rule | None = None) -> list[Report]:
    """One rule's findings on a module."""
    found: list[Report] = []
    subject: object = module
    function = rule.function
    try:
        for subject in subjects(module, rule):
            for finding in function(subject, module):
                found.append(placed(module, rule, finding))
    except Exception as error:
        if crash is not None:
            found.append(placed(module, crash, Finding(subject, rule=rule.code, name=rule.name, error=one_line(error))))
    return found


def subjects(module: Module, rule: Rule) -> Iterable[Any]:
    """What a rule wants to see of a module."""
    if rule.subject == "Module" and not rule.words:
        return (module,)
    found = of_kind(module, rule)
    if not rule.helpers:
        return found
    more = [helper for helper in module.fact(leaned_on) if says_any(helper.text, rule.words)]
    if rule.subject == "Test":
        return [*found, *more]
    return [*found, *(assertion for helper in more for assertion in helper.assertions)]


def says_any(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of some words stands in a text; true where there are none."""
    return not words or any(word in text for word in words)


def of_kind(module: Module, rule: Rule) -> Iterable[Any]:
    """The subjects of a module that a rule subscribes to by its type."""
    kind = rule.subject
    if rule.relations:
        return related(module, *rule.relations)
    if rule.words:
        if kind == "Test":
            return module.tests_that_say(rule.words)
        if kind == "Assertion":
            return [assertion for test in module.tests_that_say(rule.words) for assertion in test.assertions]
        if not any(map(module.says, rule.words)):
            return ()
    if kind == "Module":
        return (module,)
    if kind == "Call":
        return module.calls_to(rule.calls)
    noun = NOUNS.get(kind)
    if noun is not None:
        return getattr(module, noun)  # type: ignore[no-any-return]
    if kind.startswith("ast."):
        return [node for name in kind.split(" | ") for node in module.nodes(getattr(ast, name.removeprefix("ast.")))]
    raise TypeError(f"{rule.code} subscribes to {kind!r}, which is no subject")


def placed(module: Module, rule: Rule, finding: Finding) -> Report:
    """A finding with its position and words.

    Tests, fixtures and classes sit on the def or class line, marks on the decorator's line, everything else on the
    first line of its statement: where a noqa works.
    """
    line, column = position(module, finding.subject)
    return Report(
        line,
        column,
        rule.code,
        worded(rule.message, finding.values),
        rule,
        finding.edits,
        module,
        node_of(finding.subject),
    )


def worded(message: str, values: Mapping[str, object]) -> str:
    """A message with its values, on one line of less than 120 characters: the longest value gives way."""
    words = {name: " ".join(value.split()) if isinstance(value, str) else value for name, value in values.items()}
    text = message.format(**words) if "{" in message else message
    while len(text) >= MESSAGE_LENGTH:
        texts = {name: value for name, value in words.items() if isinstance(value, str) and len(value) > SHORTEST}
        if not texts:
            break
        name = max(texts, key=lambda key: len(texts[key]))
        words[name] = (
            texts[name][: max(SHORTEST, len(texts[name]) - (len(text) - MESSAGE_LENGTH) - 4)].rstrip(".") + "..."
        )
        shorter = message.format(**words)
        if len(shorter) >= len(text):
            break
        text = shorter
    return text


def position(module: Module, subject: object) -> tuple[int, int]:
    """Line (from 1) and character column (from 0) at which a finding about a subject sits."""
    node: Any = node_of(subject)
    if node is None:
        line = getattr(subject, "line", None)
        return (line, getattr(subject, "column", 0)) if isinstance(line, int) else (1, 0)
    if isinstance(node, ast.Module):
        return 1, 0
    statement: Any = module.statement_of(node)
    line, byte_column = getattr(node, "lineno", statement.lineno), getattr(node, "col_offset", 0)
    if statement is not node:
        decorator = next((item for item in getattr(statement, "decorator_list", ()) if _holds(item, node)), None)
        first = decorator if decorator is not None else statement
        if first.__class__ is ast.match_case:
            first = first.pattern
        if line != first.lineno:
            line, byte_column = first.lineno, first.col_offset
    elif node.__class__ is ast.match_case:
        line, byte_column = node.pattern.lineno, node.pattern.col_offset
    return line, module.source.column(line, byte_column)


def _holds(outer: ast.expr, node: Any) -> bool:
    start = (outer.lineno, outer.col_offset)
    end = (outer.end_lineno or outer.lineno, outer.end_col_offset or 0)
    return start <= (node.lineno, node.col_offset) <= end


def run(
    source: Source, project: Project, settings: Settings, rules: tuple[Rule, ...], keep: bool = True
) -> list[Report]:
    """The findings of the rules that the settings enable on one file; none for an ordinary source file.

    Without `keep` a report says no more than what is printed, and what was known of the file is freed.
    Nothing is raised: a file that the model cannot take becomes one TQ000 finding on line 1.
    """
    try:
        with paused_collector():
            module = Module(source, project, settings)
            reports = [] if module.role == "source" else unsuppressed(module, enabled(rules, settings))
            if not keep:
                reports = [attrs.evolve(report, edits=(), module=None, node=None) for report in reports]
                module.release()
            return reports
    except Exception as error:
        crash = next(rule for rule in rules if rule.code == CRASH_CODE)
        text = crash.message.format(rule="the model", name=type(error).__name__, error=one_line(error))
        return [Report(1, 0, crash.code, text, crash)]


@contextmanager
def paused_collector() -> Iterator[None]:
    """Without the garbage collector: the model of a file makes many objects and lets go of all at once, at its end."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def one_line(error: Exception) -> str:
    """What an exception says, on one line of at most 80 characters."""
    return " ".join(f"{type(error).__name__}: {error}".split())[:80]
