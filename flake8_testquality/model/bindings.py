"""Bindings: which statements of a scope give a name its value, and what its imports name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any, Literal, TypeAlias

import attrs

from flake8_testquality.model.scopes import DEFINITIONS, FUNCTIONS, Scope, parameters, target_names

Kind: TypeAlias = Literal["import", "function", "class", "parameter", "assignment", "global"]
_BINDING = frozenset(
    [
        ast.AnnAssign,
        ast.AugAssign,
        ast.For,
        ast.AsyncFor,
        ast.With,
        ast.AsyncWith,
        ast.ExceptHandler,
        ast.Global,
        ast.Nonlocal,
        ast.match_case,
    ]
)


@attrs.define(eq=False)
class Binding:
    """One place that gives a name a value; `value` is the assigned expression, `target` what an import names."""

    kind: Kind
    node: ast.AST
    value: ast.expr | None = None
    target: str = ""


def imported(node: ast.Import | ast.ImportFrom, package: str) -> list[tuple[str, str]]:
    """(bound name, what it names) for each alias of an import statement; a star import gives (`*`, module).

    `package` is the dotted name of the package that holds the file, for relative imports; it may be empty.
    """
    if isinstance(node, ast.Import):
        return [
            (alias.asname, alias.name) if alias.asname else (alias.name.partition(".")[0],) * 2
            for alias in node.names
        ]
    base = node.module or ""
    if node.level:
        parents = package.split(".") if package else []
        kept = parents[: len(parents) - node.level + 1] if parents else []
        prefix = ".".join(kept) if kept else "." * node.level
        base = f"{prefix}.{base}" if base and kept else f"{prefix}{base}"
    joint = "" if base.endswith(".") or not base else "."
    return [
        ("*", base) if alias.name == "*" else (alias.asname or alias.name, f"{base}{joint}{alias.name}")
        for alias in node.names
    ]


def bindings(scope: Scope, package: str) -> dict[str, list[Binding]]:
    """Every name that a scope binds, with each place that does, in source order; comprehensions keep theirs."""
    if scope.bound is None:
        scope.bound = _collect(scope, package)
    return scope.bound


def _collect(scope: Scope, package: str) -> dict[str, list[Binding]]:
    found: dict[str, list[Binding]] = {}
    if scope.node.__class__ in FUNCTIONS:
        for arg in parameters(scope.node):
            found.setdefault(arg.arg, []).append(Binding("parameter", arg))
    for cls, statements in scope.statements.items():
        if cls is ast.Assign:
            for node in statements:
                for target in node.targets:
                    target_class = target.__class__
                    if target_class is ast.Name:
                        found.setdefault(target.id, []).append(Binding("assignment", node, node.value))
                    elif target_class is not ast.Attribute and target_class is not ast.Subscript:
                        for name in target_names(target):
                            found.setdefault(name, []).append(Binding("assignment", node))
        elif cls in DEFINITIONS:
            kind: Kind = "class" if cls is ast.ClassDef else "function"
            for node in statements:
                place = Binding(kind, node)
                same = found.get(node.name)
                if same is None:
                    found[node.name] = [place]
                else:
                    same.append(place)
        elif cls is ast.ImportFrom or cls is ast.Import:
            for node in statements:
                for name, dotted in imported(node, package):
                    found.setdefault(name, []).append(Binding("import", node, None, dotted))
        elif cls in _BINDING:
            for node in statements:
                for name, place in _bound(cls, node, package):
                    found.setdefault(name, []).append(place)
    for places in found.values():
        if len(places) > 1:
            places.sort(key=_line)
    return found


def _bound(cls: type[ast.AST], node: Any, package: str) -> Iterator[tuple[str, Binding]]:
    """(name, binding) for each name that a statement other than an import, a plain assignment or a definition binds."""
    if cls in (ast.AnnAssign, ast.AugAssign):
        for name in target_names(node.target):
            yield name, Binding("assignment", node, node.value if cls is ast.AnnAssign else None)
    elif cls in (ast.For, ast.AsyncFor):
        for name in target_names(node.target):
            yield name, Binding("assignment", node)
    elif cls in (ast.With, ast.AsyncWith):
        for item in node.items:
            for name in target_names(item.optional_vars) if item.optional_vars is not None else ():
                yield name, Binding("assignment", node)
    elif cls is ast.ExceptHandler:
        if node.name:
            yield node.name, Binding("assignment", node)
    elif cls in (ast.Global, ast.Nonlocal):
        for name in node.names:
            yield name, Binding("global", node)
    elif cls is ast.match_case:
        for part in ast.walk(node.pattern):
            captured = getattr(part, "name", None) or getattr(part, "rest", None)
            if captured:
                yield captured, Binding("assignment", node)


def _line(binding: Binding) -> tuple[int, int]:
    node: Any = binding.node
    if node.__class__ is ast.match_case:
        node = node.pattern
    return node.lineno, node.col_offset


def definition(places: list[Binding]) -> Any:
    """The one function or class that a name stands for, or None if it is bound otherwise or more than once."""
    if len(places) == 1 and places[0].kind in ("function", "class"):
        return places[0].node
    return None
