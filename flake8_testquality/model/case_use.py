"""Use of cases: which parametrized values a test takes, reads, or only shows in its ids."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.decorations import keeps_arguments
from flake8_testquality.model.fixture_graph import Reach, reach
from flake8_testquality.model.fixtures import BUILTIN_SCOPES, lookup
from flake8_testquality.model.given import given_arguments
from flake8_testquality.model.injections import injection_of
from flake8_testquality.model.marks import Mark
from flake8_testquality.model.names import BUILTINS as _BUILTINS
from flake8_testquality.model.names import last_name
from flake8_testquality.model.parametrize import Table, applied
from flake8_testquality.model.plugin_fixtures import KNOWN_SCOPES, PARAMETRIZED
from flake8_testquality.model.scopes import descend
from flake8_testquality.model.words import whole_words, words
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

# Columns that only name the case.
_LABELS = frozenset(
    [
        "id", "ids", "name", "names", "desc", "descr", "description", "descriptions", "title", "label", "labels",
        "case", "cases", "comment", "comments", "note", "notes", "reason", "scenario", "testcase", "testid",
        "test", "doc", "docs", "purpose", "summary", "msg", "message", "explanation",
    ]
)
# Behind a name that may be bound there, or be the prefix of a string.
_NO_READ = regex(r"[\"']|\s*[=:,]|\s+as\b|\s+in\b")
# In front of a word, these may mean that it is no read of the argument.
_UNPLAIN = ("#", '"', "'", "def ", "lambda", "for ", "\\")
_REFLECTION = regex(r"\b(?:callspec|funcargs|getfixturevalue|locals\(|vars\(|eval\(|exec\(|currentframe)")


def untaken(module: Module) -> Iterator[tuple[Mark, str, Test]]:
    """(mark, name, test) for each parametrized name that a test does not take."""
    for table, mark, tests in module.fact(applied):
        if table.is_opaque or mark.call is not table.call:
            continue
        for test in tests:
            if test.runner == "unittest" or not test.fact(keeps_arguments):
                continue
            if test.cls is not None and not test.cls.lineage.is_resolved:
                continue
            missing = _missing(table, test)
            if missing:
                yield mark, missing[0], test
                break


def _missing(table: Table, test: Test) -> list[str]:
    patched = _left_to_patches(test)
    if any(name in patched for name in table.names):
        reached = test.fact(reach)
        is_known = not reached.unknown and "" not in reached.names
        asked = {name for item in reached.fixtures for name in item.requests}
        asked.update(item.name for item in reached.fixtures if item.is_autouse)
        return [name for name in table.names if name in patched and name not in asked] if is_known else []
    taken = {*test.arguments}
    names = [name for name in table.names if name not in taken and name not in PARAMETRIZED]
    if not names:
        return []
    reached = test.fact(reach)
    if "" in reached.names:
        return []
    return [
        name for name in names
        if name not in reached.names and (not reached.unknown or not _may_ask(test, reached, name in table.indirect))
    ]


def _left_to_patches(test: Test) -> list[str]:
    """The first arguments of a test, which its patches fill for certain, so that pytest does not see them."""
    if not test.patched_arguments:
        return []
    found = injection_of(test.module, test.node)
    return test.arguments[: len(found.positional)] if found.certain else []


def _may_ask(test: Test, reached: Reach, is_indirect: bool) -> bool:
    """Whether a fixture out of sight may be the one that asks for a name."""
    module = test.module
    if is_indirect or any("pytest_plugins" in home.bindings(home.scope) for home in (module, *module.conftests)):
        return True
    if reached.unknown <= KNOWN_SCOPES.keys():
        return False
    is_partial = module.source.is_stdin or module.names.stars or module.project.config.plugins
    return bool(is_partial) or module.project.declares_pytest_plugin


def unread(module: Module) -> Iterator[tuple[Mark, str]]:
    """(mark, name) for each parametrized argument that no test of the table reads."""
    for table, mark, tests in module.fact(applied):
        if table.is_opaque or _repeats(table) or _is_shared(module, table, mark):
            continue
        if any(test.runner == "unittest" or _is_hidden(test) for test in tests):
            continue
        for name in table.names:
            if name.startswith("_") or name in table.indirect or is_label(table, name):
                continue
            if all(name in test.arguments and not _reads(test, name) for test in tests):
                yield mark, name


def is_label(table: Table, name: str) -> bool:
    """Whether a column only names the case: it stands beside others, its name says so, what is in sight is text."""
    if len(table.names) == 1 or words(name)[-1:] == [] or _LABELS.isdisjoint(words(name)):
        return False
    return all(not isinstance(value, ast.Constant) or isinstance(value.value, str) for value in table.column(name))


def _repeats(table: Table) -> bool:
    """Whether a table is one column of `range(...)`: the test is to run that many times."""
    rows = table.rows_node
    return len(table.names) == 1 and isinstance(rows, ast.Call) and last_name(rows.func) == "range"


def _is_shared(module: Module, table: Table, mark: Mark) -> bool:
    """Whether several tests have this data, so that one of them may leave a part of it alone."""
    if mark.node is not mark.call or table.rows_node is None:
        return True
    if table.is_inline:
        return False
    tables = [other for other, _, _ in module.fact(applied)]
    return any(
        name in module.names.imported or sum(name in _names(other) for other in tables) > 1 for name in _names(table)
    )


def _names(table: Table) -> set[str]:
    """The names in the expression of a table's rows; for rows written in the call, none."""
    rows = table.rows_node if not table.is_inline else None
    return {node.id for node in descend(rows) if isinstance(node, ast.Name)} - _BUILTINS if rows is not None else set()


def _is_hidden(test: Test) -> bool:
    """Whether a test may read its arguments in a way that names do not show, or reads nothing at all."""
    if not any(_acts(item) for item in test.body):
        return True
    start, end = test.module.source.range(test.node)
    return bool(_REFLECTION.search(test.module.source.text[start:end]))


def _acts(statement: ast.AST) -> bool:
    if isinstance(statement, ast.Expr):
        call = statement.value
        is_skip = isinstance(call, ast.Call) and last_name(call.func) in ("skip", "skipTest", "xfail")
        return not isinstance(call, ast.Constant) and not is_skip
    return not isinstance(statement, ast.Pass)


def _reads(test: Test, name: str) -> bool:
    """Whether a test reads an argument, or hands it on by the fixture that asks for it."""
    module = test.module
    if name in module.source.text and _is_read(test, name):
        return True
    reached = test.fact(reach)
    if any(name in item.requests for item in reached.fixtures) or name in BUILTIN_SCOPES or name in PARAMETRIZED:
        return True
    # a fixture out of sight may ask for it
    if not reached.unknown <= KNOWN_SCOPES.keys():
        return True
    if any(item.name == name for home in (module, *module.conftests) for item in home.fixtures):
        return True
    return any(_REFLECTION.search(home.source.text) for home in module.conftests)


def _is_read(test: Test, name: str) -> bool:
    if _is_plainly_read(test, name) or name in test.names_read:
        return True
    return any(isinstance(node.ctx, ast.Del) and node.id == name for node in test.scope.nodes(ast.Name))


def _is_plainly_read(test: Test, name: str) -> bool:
    """Whether the text of a line in the body shows a read, so that no expression needs a visit."""
    lines = test.module.source.lines
    size = len(name)
    for line in lines[test.body[0].lineno - 1 : test.node.end_lineno] if test.body else ():
        for at in whole_words(line, name) if name in line else ():
            if line[at - 1 : at] == "." or _NO_READ.match(line, at + size):
                continue
            if not any(mark in line[:at] for mark in _UNPLAIN):
                return True
            break
    return False


def unread_arguments(test: Test) -> list[str]:
    """The fixtures that a test asks for by argument and never reads, those known for their effect left out."""
    if test.runner == "unittest" or "self" in test.arguments or _is_hidden(test):
        return []
    supplied = {*test.patched_arguments, *test.parametrized}
    filled = test.fact(given_arguments)
    if filled is None:
        return []
    names = [
        name for name in test.fixture_names
        if name in test.arguments and not name.startswith("_") and name not in supplied and name not in filled
    ]
    return [name for name in names if not _is_read(test, name) and not _may_be_generated(test, name)]


def _may_be_generated(test: Test, name: str) -> bool:
    """Whether a pytest_generate_tests in sight may parametrize an argument that no fixture in sight is named after."""
    module = test.module
    homes = [home for home in (module, *module.conftests) if "pytest_generate_tests" in home.bindings(home.scope)]
    return bool(homes) and lookup(module, name, test.cls) is None and name not in KNOWN_SCOPES


def unread_given(test: Test) -> list[str]:
    """The arguments that `@given` fills and the test never reads."""
    filled = test.fact(given_arguments)
    if not filled or _is_hidden(test):
        return []
    return [name for name in test.arguments if name in filled and not name.startswith("_") and not _is_read(test, name)]
