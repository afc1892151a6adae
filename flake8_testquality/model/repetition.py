"""Repetition: assertions that stand twice in one block with nothing between them that could change the outcome."""

from __future__ import annotations

import ast
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.assertions import MOCK, UNITTEST
from flake8_testquality.model.classes import lineage
from flake8_testquality.model.instances import making_call
from flake8_testquality.model.intent import is_about
from flake8_testquality.model.looks import consumes, handed_over, has_effect, is_watched, is_wired
from flake8_testquality.model.names import last_name, root_name, target_names
from flake8_testquality.model.scopes import FUNCTIONS, blocks, descend
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test

# Builtins that neither consume nor change what they are given.
PURE = frozenset(
    f"builtins.{name}"
    for name in (
        "len", "isinstance", "issubclass", "type", "callable", "hasattr", "str", "repr", "bool", "int", "float", "abs",
        "round", "range",
    )
)  # fmt: skip
# Methods of str and dict that no other well-known type has with an effect.
PURE_METHODS = frozenset(
    {
        "startswith", "endswith", "lower", "upper", "strip", "lstrip", "rstrip", "keys", "values", "items", "isdigit",
        "isalpha", "splitlines", "format",
    }
)  # fmt: skip
_TWICE = (
    "cache", "caching", "memo", "idempot", "lazy", "lazi", "regen", "promise", "once", "stable", "determin",
    "consisten",
)  # fmt: skip
METHODS = frozenset(UNITTEST) | MOCK
_AGAIN = regex(r"#.*(?:still|again|once|remain|unchanged|not change|n't (?:change|mutate)|idempot|cache)", re.I)
# Above the first of two: what is said there of one more time is said of that one.
_BOTH = regex(r"#.*(?:twice|cach|idempot)", re.I)
# What any other statement may add to unseen.
_RECORDERS = frozenset({"recwarn", "caplog", "capsys", "capfd", "capsysbinary", "capfdbinary"})
# Of a query: what asks the database at once.
_FETCHING = frozenset({"get", "create", "first", "last", "count", "get_or_create", "latest", "earliest"})
_SHOWING = frozenset({"repr", "str", "hash"})
# Where a statement over several lines differs from the same one on one line.
_COMMENT = regex(r"\s*#[^'\"]*$|\s+$")
_BROKEN = regex(r"([(\[{]) |,? ([)\]}])")
_IMPURE = (ast.Await, ast.Yield, ast.YieldFrom, ast.NamedExpr)


def repetitions(test: Test) -> list[tuple[Any, Any]]:
    """(first, second) for each assertion that only says again what one before it in the same block said."""
    found: list[tuple[Any, Any]] = []
    module = test.module
    for scope in test.scopes:
        if len(scope.statements.get(ast.Assert, ())) + len(scope.statements.get(ast.Expr, ())) < 2:
            continue
        for block in _suspicious_blocks(scope, module):
            found.extend(_in_block(block, module, scope))
    return found if not found or not is_about(test, _TWICE) else []


def _suspicious_blocks(scope: Scope, module: Module) -> list[list[Any]]:
    """The blocks of a scope in which two assertions begin alike."""
    lines = module.source.lines
    seen: dict[str, Any] = {}
    parents: dict[Any, None] = {}
    for node in scope.statements.get(ast.Assert, ()):
        text = _written(node.test, lines)
        if text in seen:
            parents[module.block_parent(node)] = None
        seen[text] = node
    for node in scope.statements.get(ast.Expr, ()):
        func = node.value.func if node.value.__class__ is ast.Call else None
        if func.__class__ is ast.Attribute and func.attr in METHODS:
            text = _written(node, lines)
            if text in seen:
                parents[module.block_parent(node)] = None
            seen[text] = node
    return [block for parent in parents for block in _blocks(parent)]


def _blocks(parent: Any) -> list[list[Any]]:
    return [parent.body] if parent.__class__ in FUNCTIONS else list(blocks(parent))


def _written(node: ast.expr | ast.stmt, lines: list[str]) -> str:
    """About how a node is written: enough to tell most from one another without a conversion of positions."""
    if node.lineno == node.end_lineno:
        line = lines[node.lineno - 1]
        if not line.isascii():
            return line.encode()[node.col_offset : node.end_col_offset].decode(errors="replace")
        return line[node.col_offset : node.end_col_offset]
    first, *rest = (
        _COMMENT.sub("", line) if "#" in line else line.rstrip() for line in lines[node.lineno - 1 : node.end_lineno]
    )
    return _BROKEN.sub(r"\1\2", " ".join([first[node.col_offset :], *(line.strip() for line in rest)]))


def _in_block(block: list[Any], module: Module, scope: Scope) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    seen: dict[str, tuple[Any, set[str | None]]] = {}
    claims = {statement: claim for statement in block if (claim := _claim(statement)) is not None}
    texts = {statement: _written(claim[0], module.source.lines) for statement, claim in claims.items()}
    times = Counter(texts.values())
    for statement in block:
        claim = claims.get(statement)
        if claim is None:
            if seen and not _is_harmless(statement, seen):
                seen.clear()
            continue
        # a constant makes no claim that could be made twice
        if isinstance(statement, ast.Assert) and isinstance(statement.test, ast.Constant):
            continue
        text = texts[statement]
        if not seen and times[text] == 1:
            continue
        if text in seen:
            first = seen[text][0]
            if not (
                _says_again(module, first, statement)
                or _sets_by_reading(claim[1], module, scope)
                or _may_be_meant(module, scope, first, statement, block)
            ):
                found.append((first, statement))
            continue
        if not _is_pure(claim[1], module, scope):
            seen.clear()
            continue
        # a property that is read may change what another one says
        roots = _read_from(claim[1])
        touched = roots | handed_over(claim[0])
        seen = {known: item for known, item in seen.items() if not touched & item[1]}
        if times[text] > 1:
            seen[text] = (statement, roots)
    return found


def _read_from(parts: list[ast.expr]) -> set[str | None]:
    """The names whose attributes an assertion reads, its own method apart."""
    return {
        root_name(node)
        for part in parts
        for node in descend(part)
        if isinstance(node, ast.Attribute) and node.attr not in PURE_METHODS
    }


def _sets_by_reading(parts: list[ast.expr], module: Module, scope: Scope) -> bool:
    """Whether an attribute that is read is a property in sight that sets something: reading twice is the test."""
    for node in (node for part in parts for node in descend(part)):
        call = making_call(module, node.value, scope) if isinstance(node, ast.Attribute) else None
        if not isinstance(node, ast.Attribute) or call is None:
            continue
        local = module.definition(call.func, scope)
        dotted = None if local is not None else module.resolve(call.func, scope)
        home, cls = (module, local) if local is not None else (dotted and module.find(dotted)) or (module, None)
        if isinstance(cls, ast.ClassDef) and any(
            _is_setting_property(where, item, node.attr)
            for where, base in lineage(home, cls).classes
            for item in where.scope_by_node[base].statements_of_functions()
        ):
            return True
    return False


def _is_setting_property(module: Module, function: Any, name: str) -> bool:
    if function.name != name or all(last_name(item) != "property" for item in function.decorator_list):
        return False
    statements = module.scope_by_node[function].statements
    targets = [target for item in statements.get(ast.Assign, ()) for target in item.targets]
    targets += [item.target for item in statements.get(ast.AugAssign, ())]
    return any(isinstance(target, ast.Attribute) for target in targets)


def _may_be_meant(module: Module, scope: Scope, first: Any, second: Any, block: list[Any]) -> bool:
    """Whether the second time may be the test: of what is read lazily or kept, recorded, or shown in between."""
    if isinstance(first, ast.Assert) and isinstance(second, ast.Assert) and _messages_differ(module, first, second):
        return True
    test = first.test if isinstance(first, ast.Assert) else None
    if isinstance(test, ast.Compare) and isinstance(test.ops[0], ast.Is) and isinstance(test.left, ast.Attribute):
        return not isinstance(test.comparators[0], ast.Constant)
    names = {part.id for part in descend(first) if isinstance(part, ast.Name)}
    between = block[block.index(first) + 1 : block.index(second)]
    if is_watched(first, module, scope) or is_wired(first, scope, module) or has_effect(between, second, block, module):
        return True
    if consumes(first, module, scope):
        return True
    if between and names & _RECORDERS:
        return True
    shown = {
        root_name(part.args[0])
        for item in between
        for part in descend(item)
        if isinstance(part, ast.Call) and last_name(part.func) in _SHOWING and part.args
    }
    if shown & names:
        return True
    return any(
        isinstance(place.value, ast.Call)
        and last_name(place.value.func) not in _FETCHING
        and ".objects." in module.source.segment(place.value)
        for name in names
        for place in module.bindings(scope).get(name, ())
    )


def _messages_differ(module: Module, first: ast.Assert, second: ast.Assert) -> bool:
    """Whether one of two messages is an expression of its own, so that more may have been meant to be claimed."""
    said = [item.msg for item in (first, second)]
    texts = [module.source.segment(item) if item is not None else "" for item in said]
    return texts[0] != texts[1] and any(isinstance(item, ast.Call | ast.Compare) for item in said)


def _says_again(module: Module, first: Any, second: Any) -> bool:
    """Whether a comment between two assertions, beside the second or above both says that the repetition is meant."""
    lines = module.source.lines
    if any(_AGAIN.search(line) for line in lines[first.end_lineno : second.end_lineno]):
        return True
    above = first.lineno - 1
    while above and lines[above - 1].lstrip().startswith("#"):
        above -= 1
    return any(_BOTH.search(line) for line in lines[above : first.lineno - 1])


def _claim(statement: Any) -> tuple[ast.expr, list[ast.expr]] | None:
    """The expression that makes an assertion what it is, and the expressions that it looks at."""
    if isinstance(statement, ast.Assert):
        return statement.test, [statement.test]
    call = statement.value if isinstance(statement, ast.Expr) else None
    func = call.func if isinstance(call, ast.Call) else None
    if not isinstance(call, ast.Call) or not isinstance(func, ast.Attribute) or func.attr not in METHODS:
        return None
    return call, [func.value, *call.args, *(item.value for item in call.keywords)]


def _is_pure(parts: list[ast.expr], module: Module, scope: Scope) -> bool:
    for part in parts:
        for node in descend(part):
            if isinstance(node, _IMPURE):
                return False
            if node.__class__ is ast.Call:
                method = node.func.attr if node.func.__class__ is ast.Attribute else ""
                if method not in PURE_METHODS and module.resolve(node.func, scope) not in PURE:
                    return False
    return True


def _is_harmless(statement: Any, seen: dict[str, Any]) -> bool:
    """Whether a statement cannot change what the assertions seen so far look at."""
    if isinstance(statement, ast.Pass):
        return True
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Constant)
    if not isinstance(statement, ast.Assign) or not isinstance(statement.value, ast.Constant):
        return False
    if not all(isinstance(target, ast.Name) for target in statement.targets):
        return False
    names = {name for target in statement.targets for name in target_names(target)}
    return not any(name in text for text in seen for name in names)
