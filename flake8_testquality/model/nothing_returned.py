"""Methods of the built-in containers that change them in place and return None."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.received import given_at

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope

# Source: the methods of list, dict and set that return None.
_CHANGES_SET = "add update discard remove clear intersection_update difference_update symmetric_difference_update"
_METHODS = {
    "list": frozenset({"append", "extend", "insert", "sort", "reverse", "remove", "clear"}),
    "dict": frozenset({"update", "clear"}),
    "set": frozenset(_CHANGES_SET.split()),
}
_ALL = frozenset().union(*_METHODS.values())
_DISPLAYS: dict[type[ast.expr], str] = {
    ast.List: "list", ast.ListComp: "list", ast.Dict: "dict", ast.DictComp: "dict", ast.Set: "set", ast.SetComp: "set",
}  # fmt: skip
_MAKERS = {"builtins.list": "list", "builtins.sorted": "list", "builtins.dict": "dict", "builtins.set": "set"}


def none_returning_calls(assertion: Assertion) -> Iterator[tuple[ast.Call, str]]:
    """(call, kind of container) for each value that an assertion looks at and that such a method always leaves None."""
    for claim in assertion.claims:
        for node in claim.operands:
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _ALL:
                kind = container_kind(assertion.module, node.func.value, assertion.scope)
                if node.func.attr in _METHODS.get(kind, ()):
                    yield node, kind


def container_kind(module: Module, node: ast.expr, scope: Scope) -> str:
    """`list`, `dict` or `set` for an expression that surely is one of the built-in ones, else an empty string."""
    kind = _made_kind(module, node, scope)
    if kind or not isinstance(node, ast.Name | ast.Attribute):
        return kind
    given = given_at(module, node, scope)
    kinds = {_made_kind(home, value, where) for home, where, value in given}
    found = module.names.lookup(node.id, scope) if isinstance(node, ast.Name) and not given else None
    if found is not None:
        kinds = {
            _made_kind(module, place.value, found[0]) if place.kind == "assignment" and place.value is not None else ""
            for place in found[1]
        }
    return kinds.pop() if len(kinds) == 1 else ""


def _made_kind(module: Module, node: ast.expr, scope: Scope) -> str:
    display = _DISPLAYS.get(type(node))
    if display is not None:
        return display
    return _MAKERS.get(module.resolve(node.func, scope) or "", "") if isinstance(node, ast.Call) else ""
