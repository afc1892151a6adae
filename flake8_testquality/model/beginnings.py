"""Beginnings: the fixtures, calls and literals that a chain begins at, to show that two chains are of two things."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.held_words import writes
from flake8_testquality.model.names import root_name

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.bindings import Binding
    from flake8_testquality.model.tests import Test

# What is a value of its own wherever it is written.
_NEW = (ast.Constant, ast.JoinedStr, ast.BinOp, ast.Compare)
_DISPLAYS = (ast.List, ast.Tuple, ast.Dict, ast.Set)


def begin_apart(first: ast.expr, second: ast.expr, assertion: Assertion) -> bool:
    """Whether two chains surely begin at different things, on which nothing is put: calls, fixtures, literals."""
    written = assertion.test.fact(written_on)
    ours = _beginnings(first, assertion, written)
    others = _beginnings(second, assertion, written) if ours is not None else None
    return ours is not None and others is not None and ours.isdisjoint(others)


def _beginnings(node: ast.expr, assertion: Assertion, written: set[str]) -> set[Any] | None:
    """The calls, literals and arguments at which a chain may begin, all bindings of its names followed.

    None for all others, for parts of containers that the test writes out and may add to, and where it puts something
    on one of the names.
    """
    module = assertion.module
    places = module.bindings(assertion.scope)
    found: set[Any] = set()
    followed: set[str] = set()
    pending: list[ast.expr | None] = [node]
    is_part = False
    while pending:
        link = pending.pop()
        part = _left_end(link)
        is_part = is_part or part is not link
        if isinstance(part, ast.Name):
            if part.id in written or part.id in ("self", "cls"):
                return None
            if part.id in followed:
                continue
            followed.add(part.id)
            if part.id not in places:
                if part.id not in module.names.imported:
                    return None
                found.add(part.id)
            for place in places.get(part.id, ()):
                if place.kind == "parameter":
                    found.add(part.id)
                else:
                    pending.append(_given(place))
        elif isinstance(part, ast.Call) and _gives_anew(part, assertion):
            found.add(part)
        elif isinstance(part, ast.ListComp) and len(part.generators) == 1:
            is_part = True
            found.add(part)
            pending.append(part.generators[0].iter)
        elif isinstance(part, _NEW) or (isinstance(part, _DISPLAYS) and not is_part):
            found.add(part)
        else:
            return None
    return found


def _given(place: Binding) -> ast.expr | None:
    """What an assignment gives a name, whole or in part, or what a loop goes through."""
    if isinstance(place.node, ast.Assign | ast.For):
        return place.node.value if isinstance(place.node, ast.Assign) else place.node.iter
    return place.value


def _left_end(node: ast.expr | None) -> ast.expr | None:
    """What stands before the attributes and items of a chain."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Await):
        node = node.value
    return node


def _gives_anew(call: ast.Call, assertion: Assertion) -> bool:
    """Whether a call is none of the file's own functions, none on self, and no reading of a part."""
    func = call.func
    if isinstance(func, ast.Attribute):
        return func.attr not in ("get", "pop", "copy", "setdefault") and root_name(func) not in ("self", "cls")
    is_maker = isinstance(func, ast.Name) and func.id != "dict"
    return is_maker and assertion.module.definition(func, assertion.scope) is None


def written_on(test: Test) -> set[str]:
    """The names on which a test puts something."""
    return {name for scope in test.scopes for name in writes(scope)}
