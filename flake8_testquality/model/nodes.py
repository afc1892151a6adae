"""Nodes: the statements and expressions right below a syntax node, and the names that it binds; nothing recurses."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
DEFINITIONS = (*FUNCTIONS, ast.ClassDef)
BLOCKS: dict[type[ast.AST], tuple[str, ...]] = {
    ast.If: ("body", "orelse"),
    ast.For: ("body", "orelse"),
    ast.AsyncFor: ("body", "orelse"),
    ast.While: ("body", "orelse"),
    ast.With: ("body",),
    ast.AsyncWith: ("body",),
    ast.Try: ("body", "handlers", "orelse", "finalbody"),
    ast.TryStar: ("body", "handlers", "orelse", "finalbody"),
    ast.ExceptHandler: ("body",),
    ast.Match: ("cases",),
    ast.match_case: ("body",),
}
# What holds no node worth a visit: names, numbers, contexts, operators.
_BLANK = frozenset(
    "ctx op ops kind type_comment type_ignores id attr arg name names asname module level conversion simple "
    "is_async rest kwd_attrs type_params cls".split()
)


def _expression_fields(cls: type[ast.AST]) -> list[str]:
    if cls in (ast.Constant, ast.Global, ast.Nonlocal):
        return []
    if cls in FUNCTIONS:
        return ["decorator_list", "args", "returns"]
    if cls is ast.ClassDef:
        return ["decorator_list", "bases", "keywords"]
    statements = set(BLOCKS.get(cls, ()))
    return [field for field in cls._fields if field not in _BLANK and field not in statements]


def _reader(fields: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    if len(fields) > 1:
        return attrgetter(*fields)
    only = attrgetter(fields[0])
    return lambda node: (only(node),)


EXPRESSIONS = {
    cls: _reader(fields)
    for cls in vars(ast).values()
    if isinstance(cls, type) and issubclass(cls, ast.AST) and (fields := _expression_fields(cls))
}


def expression_children(node: ast.AST) -> list[Any]:
    """The nodes directly below an expression (below a statement: its expressions, not the statements in it)."""
    read = EXPRESSIONS.get(node.__class__)
    if read is None:
        return []
    children: list[Any] = []
    for value in read(node):
        if value.__class__ is list:
            children.extend([item for item in value if item is not None])
        elif value is not None:
            children.append(value)
    return children


def descend(node: ast.AST) -> Iterator[Any]:
    """A node and all expressions below it, in source order; functions and classes inside are not entered."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(reversed(expression_children(current)))


def blocks(statement: ast.AST) -> Iterator[list[Any]]:
    """The lists of statements directly inside a compound statement (handlers and cases count as statements)."""
    for field in BLOCKS.get(statement.__class__, ()):
        yield getattr(statement, field)


def is_exhaustive(match: ast.Match) -> bool:
    """Whether one case of a match takes every value."""
    return any(
        case.guard is None and isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None
        for case in match.cases
    )


def flat(body: list[Any]) -> Iterator[Any]:
    """The statements of a body and of every block inside, in source order; definitions are not entered."""
    stack = body[::-1]
    while stack:
        statement = stack.pop()
        yield statement
        for block in reversed(list(blocks(statement))):
            stack.extend(reversed(block))


def expressions_in(body: list[Any]) -> Iterator[Any]:
    """The expressions of a body's statements and of every block inside, with all expressions below them."""
    for statement in flat(body):
        for child in expression_children(statement):
            yield from descend(child)


def parameters(function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> list[ast.arg]:
    """Every parameter of a function, in order, the starred ones included."""
    args = function.args
    starred = [arg for arg in (args.vararg, args.kwarg) if arg is not None]
    return [*args.posonlyargs, *args.args, *args.kwonlyargs, *starred]


def target_names(target: ast.AST) -> list[str]:
    """The plain names that an assignment target binds."""
    if target.__class__ is ast.Name:
        return [target.id]
    if isinstance(target, ast.Tuple | ast.List):
        return [name for item in target.elts for name in target_names(item)]
    return target_names(target.value) if isinstance(target, ast.Starred) else []
