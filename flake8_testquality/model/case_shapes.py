"""Shapes of cases: what kinds of values a table holds, and the edits that shorten it."""

from __future__ import annotations

import ast
import builtins
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import last_name
from flake8_testquality.model.parametrize import Case, Table, literal
from flake8_testquality.model.rewriting import holds_comment
from flake8_testquality.model.words import words
from flake8_testquality.regex import regex
from flake8_testquality.rule import Edit

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

_CHARACTERS = frozenset(
    [
        "c", "ch", "char", "chars", "character", "characters", "letter", "letters", "digit", "digits", "symbol",
        "symbols", "key", "keys", "sep", "seps", "separator", "separators", "delimiter", "delim", "punctuation",
        "whitespace", "ws", "quote", "quotes", "vowel", "vowels", "consonant", "consonants", "alpha", "alphabet",
        "glyph", "glyphs", "codepoint", "codepoints", "delimiters", "delims", "operator", "operators", "op", "ops",
        "bracket", "brackets", "paren", "parens",
    ]
)
_COMMA = regex(r"[ \t]*,?[ \t]*")
# Source: pytest's IdMaker: these become part of the id as they are.
_DISPLAYS = (ast.Constant, ast.List, ast.Dict, ast.Tuple, ast.UnaryOp)


def characters(table: Table) -> str | None:
    """The one string literal whose characters are the rows; None where the names say that this is meant."""
    rows = table.rows_node
    if rows is None:
        return None
    found = literal(table.module, rows, table.scope)
    if not (isinstance(found, ast.Constant) and isinstance(found.value, str)) or len(found.value) == 1:
        return None
    said = [word for name in (*table.names, *([rows.id] if isinstance(rows, ast.Name) else [])) for word in words(name)]
    return None if not _CHARACTERS.isdisjoint(said) else found.value


def mixed_names(table: Table, tests: list[Test]) -> list[str]:
    """The names under which exception classes and plain values are mixed."""
    found = []
    for name in table.names:
        column = table.column(name)
        plain = [value for value in column if isinstance(value, _DISPLAYS) and not _holds_exception(table, value)]
        if not plain:
            continue
        is_told = any(_is_exception(table.module, value, table) for value in column)
        if is_told or (any(map(_may_be_class, column)) and any(_is_expected_to_raise(test, name) for test in tests)):
            found.append(name)
    return found


def _may_be_class(node: ast.expr) -> bool:
    name = last_name(node) or ""
    return name[:1].isupper() and not name.isupper()


def _is_expected_to_raise(test: Test, name: str) -> bool:
    """Whether a test hands an argument to a raises block or call."""
    return any(
        last_name(call.func) in ("raises", "assertRaises") and call.args and getattr(call.args[0], "id", "") == name
        for call in test.calls
    )


def is_told_apart(test: Test, name: str) -> bool:
    """Whether an `if` of the test looks at an argument."""
    branches: list[Any] = [*test.scope.nodes(ast.If), *test.scope.nodes(ast.IfExp)]
    return any(
        isinstance(node, ast.Name) and node.id == name for branch in branches for node in ast.walk(branch.test)
    )


def _holds_exception(table: Table, value: ast.expr) -> bool:
    return isinstance(value, ast.Tuple) and any(_is_exception(table.module, item, table) for item in value.elts)


def _is_exception(module: Module, node: ast.expr, table: Table) -> bool:
    if not isinstance(node, ast.Name | ast.Attribute):
        return False
    name = last_name(node) or ""
    known = getattr(builtins, name, None) if module.resolve(node, table.scope) == f"builtins.{name}" else None
    if isinstance(known, type):
        return issubclass(known, BaseException)
    return name[:1].isupper() and not name.isupper() and name.endswith(("Error", "Exception", "Warning"))


def without_case(table: Table, case: Case) -> tuple[Edit, ...]:
    """The edit that takes a row out of a list; none if ids or comments go with it, or if it cannot be told."""
    rows = table.rows_node
    if not table.is_inline or not isinstance(rows, ast.List | ast.Tuple | ast.Set) or case.id is not None:
        return ()
    if isinstance(table.ids, ast.List | ast.Tuple | ast.Name | ast.Attribute):
        return ()
    source = table.module.source
    place = next((number for number, item in enumerate(rows.elts) if item is case.node), 0)
    if place == 0:
        return ()
    start, end = source.range(rows.elts[place - 1])[1], source.range(case.node)[1]
    outer, last = source.range(rows)
    own_line = source.text.find("\n", start, end)
    # on a line of its own a case goes with it: a comment behind the one before stays, one about the case forbids
    spoken_of = source.text.find("\n", end) if own_line != -1 else end
    if own_line != -1 and _COMMA.fullmatch(source.text, end, spoken_of):
        start, end = own_line, spoken_of
    shorter = source.text[outer:start] + source.text[end:last]
    wanted = [ast.dump(item) for number, item in enumerate(rows.elts) if number != place]
    if holds_comment(table.module, start, spoken_of) or _elements(shorter) != wanted:
        return ()
    return (Edit(start, end, ""),)


def _elements(text: str) -> list[str] | None:
    try:
        node: Any = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError):
        return None
    return [ast.dump(item) for item in getattr(node, "elts", ())]
