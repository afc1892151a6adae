"""Disorder: expressions whose elements come in no defined order, and the assertions that count on one."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import last_name
from flake8_testquality.model.origins import UNORDERED
from flake8_testquality.model.reach import reach_of
from flake8_testquality.model.received import given_at
from flake8_testquality.model.returned import returned_by
from flake8_testquality.model.scopes import Scope, descend
from flake8_testquality.model.value_sources import has_source

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

LISTINGS = frozenset({"os.listdir", "os.scandir", "os.walk", "glob.glob", "glob.iglob"})
LISTING_METHODS = frozenset({"iterdir", "rglob", "glob"})
_SETS = frozenset({"builtins.set", "builtins.frozenset"})
# These keep the order of what they are given.
_PASSING = frozenset(
    (
        "builtins.list",
        "builtins.tuple",
        "builtins.enumerate",
        "builtins.reversed",
        "builtins.map",
        "builtins.filter",
        "builtins.zip",
        "builtins.iter",
        "itertools.chain",
        "itertools.product",
        "itertools.islice",
        "itertools.combinations",
        "itertools.permutations",
        "itertools.chain.from_iterable",
    )
)
_SEQUENCES = frozenset({"builtins.list", "builtins.tuple", "builtins.sorted"})
_MAX_DEPTH = 8


def unordered(module: Module, node: ast.expr, scope: Scope, depth: int = 0) -> ast.expr | None:
    """The part of an expression that makes the order of its elements undefined: a set, a folder's listing."""
    if depth > _MAX_DEPTH:
        return None
    parts: list[Any] = []
    if isinstance(node, ast.Set):
        return node if len(node.elts) > 1 or any(isinstance(item, ast.Starred) for item in node.elts) else None
    if isinstance(node, ast.SetComp):
        return node
    if isinstance(node, ast.Name):
        value = bound_value(module, node, scope) or _handed_over(module, node, scope)
        found = unordered(module, value[0], value[1], depth + 1) if value is not None else None
        return node if found is not None else None
    if isinstance(node, ast.List | ast.Tuple):
        parts = [item.value for item in node.elts if isinstance(item, ast.Starred)]
    elif isinstance(node, ast.ListComp | ast.GeneratorExp):
        parts = [generator.iter for generator in node.generators]
    elif isinstance(node, ast.BinOp):
        parts = [node.left, node.right]
    elif isinstance(node, ast.Call):
        name = module.resolve(node.func, scope)
        if _names_one(node):
            return None
        if name in LISTINGS or (name in _SETS and node.args):
            return node
        is_path = name is None or name.startswith("pathlib.")
        if is_path and isinstance(node.func, ast.Attribute) and node.func.attr in LISTING_METHODS:
            return node
        given = _handed_over(module, node, scope) if name is None else None
        if given is not None:
            return node if unordered(module, *given, depth + 1) is not None else None
        parts = node.args if name in _PASSING else []
    return next((found for part in parts if (found := unordered(module, part, scope, depth + 1))), None)


def _names_one(call: ast.Call) -> bool:
    """Whether a glob has a pattern without wildcards, which only one file can match."""
    pattern = call.args[0] if call.args and last_name(call.func) in ("glob", "iglob") else None
    is_text = isinstance(pattern, ast.Constant) and isinstance(pattern.value, str)
    return is_text and not set("*?[") & set(pattern.value)  # type: ignore[union-attr]


def bound_value(module: Module, node: ast.Name, scope: Scope) -> tuple[ast.expr, Scope] | None:
    """The one value that a name is bound to, with its scope; None if it is sorted in place."""
    found = module.names.lookup(node.id, scope)
    if found is None or len(found[1]) != 1 or found[1][0].kind != "assignment" or found[1][0].value is None:
        return None
    return None if _is_sorted_in_place(node, found[0]) else (found[1][0].value, found[0])


def _is_sorted_in_place(node: ast.Name, scope: Scope) -> bool:
    return any(
        isinstance(call.func, ast.Attribute) and call.func.attr == "sort" and last_name(call.func.value) == node.id
        for call in scope.calls
    )


def _handed_over(module: Module, node: ast.expr, scope: Scope) -> tuple[ast.expr, Scope] | None:
    """The one value that a fixture of the file hands over by this name, or that a call of its function returns."""
    if isinstance(node, ast.Call):
        given = returned_by(module, scope, node.func, None)
    elif isinstance(node, ast.Name) and not _is_sorted_in_place(node, scope):
        given = given_at(module, node, scope)
    else:
        return None
    return (given[0][2], given[0][1]) if len(given) == 1 and given[0][0] is module else None


def order_taken_for_granted(assertion: Assertion) -> ast.expr | None:
    """The source of an undefined order that an assertion sets against a sequence, or picks an element of by place."""
    if assertion.relation != "==" or len(assertion.operands) != 2 or not has_source(assertion.test, UNORDERED):
        return None
    found = _counted_on(assertion)
    return None if found is None or _is_replaced(assertion.test) else found


def _is_replaced(test: Test) -> bool:
    """Whether a patch decides what a listing gives, and so in which order."""
    words = {name.rpartition(".")[2] for name in LISTINGS} | LISTING_METHODS
    return any(target.rpartition(".")[2] in words for target in reach_of(test).replaced)


def _counted_on(assertion: Assertion) -> ast.expr | None:
    module, scope = assertion.module, assertion.scope
    for one, other in (assertion.operands, assertion.operands[::-1]):
        if _is_long_sequence(module, other, scope) and not _is_set(module, one, scope):
            found = unordered(module, one, scope)
            if found is not None and not _is_settled(module, one, scope) and unordered(module, other, scope) is None:
                return found
        picked = _picked(module, one, scope)
        if picked is not None and not _is_counted(assertion, picked):
            found = unordered(module, picked, scope)
            if found is not None and not _is_settled(module, picked, scope):
                return found
    return None


def _resolved(module: Module, node: ast.expr, scope: Scope) -> tuple[ast.expr, Scope]:
    for _ in range(_MAX_DEPTH):
        found = bound_value(module, node, scope) if isinstance(node, ast.Name) else None
        found = found or _handed_over(module, node, scope)
        if found is None:
            break
        node, scope = found
    return node, scope


def _is_long_sequence(module: Module, node: ast.expr, scope: Scope) -> bool:
    """Whether an expression is a list or tuple that may have several elements."""
    node, scope = _resolved(module, node, scope)
    if isinstance(node, ast.List | ast.Tuple):
        return len(node.elts) > 1
    return isinstance(node, ast.ListComp) or (
        isinstance(node, ast.Call) and module.resolve(node.func, scope) in _SEQUENCES
    )


def _is_set(module: Module, node: ast.expr, scope: Scope) -> bool:
    node, scope = _resolved(module, node, scope)
    if isinstance(node, ast.BinOp):
        return _is_set(module, node.left, scope) or _is_set(module, node.right, scope)
    return isinstance(node, ast.Set | ast.SetComp) or (
        isinstance(node, ast.Call) and module.resolve(node.func, scope) in _SETS
    )


def _is_settled(module: Module, node: ast.expr, scope: Scope) -> bool:
    """Whether all that is unordered in an expression is sets of small integers, which keep one order."""
    sets: list[ast.Set] = []
    pending = [(node, scope)]
    while pending:
        current, where = _resolved(module, *pending.pop())
        for part in descend(current):
            if isinstance(part, ast.Set):
                sets.append(part)
            elif isinstance(part, ast.SetComp) or (isinstance(part, ast.Call) and _is_source(module, part, where)):
                return False
            elif isinstance(part, ast.Name) and part is not node and bound_value(module, part, where) is not None:
                pending.append((part, where))
        if len(sets) > _MAX_DEPTH:
            return False
    return all(isinstance(item, ast.Constant) and type(item.value) is int for found in sets for item in found.elts)


def _is_source(module: Module, call: ast.Call, scope: Scope) -> bool:
    name = module.resolve(call.func, scope)
    if name in _SETS and len(call.args) == 1:
        inner, where = _resolved(module, call.args[0], scope)
        if isinstance(inner, ast.Call) and module.resolve(inner.func, where) == "builtins.range":
            return False
        return not isinstance(inner, ast.List | ast.Tuple | ast.Set) or not all(
            isinstance(item, ast.Constant) and type(item.value) is int for item in inner.elts
        )
    return name in LISTINGS or last_name(call.func) in LISTING_METHODS


def _picked(module: Module, node: ast.expr, scope: Scope) -> ast.expr | None:
    """The sequence of which an expression looks at one element by its place: `x[0].name`, `next(iter(x))`."""
    for _ in range(_MAX_DEPTH):
        if isinstance(node, ast.Name):
            found = bound_value(module, node, scope)
            if found is None or found[1] is not scope:
                return None
            node = found[0]
        elif isinstance(node, ast.Subscript):
            if isinstance(node.slice, ast.Constant | ast.UnaryOp | ast.Slice) and not _is_text_key(node.slice):
                return node.value
            return None
        elif isinstance(node, ast.Call) and module.resolve(node.func, scope) == "builtins.next" and node.args:
            return node.args[0]
        elif isinstance(node, ast.Attribute):
            node = node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not node.args:
            node = node.func.value
        else:
            return None
    return None


def _is_text_key(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _is_counted(assertion: Assertion, picked: ast.expr) -> bool:
    """Whether the test checks how many elements there are, or names a listing's only one by an exact pattern."""
    module = assertion.module
    text = module.text(picked, 200)
    return any(
        (last_name(call.func) == "len" and call.args and module.text(call.args[0], 200) in (text, f"list({text})"))
        or (last_name(call.func) == "assertLen" and call.args and module.text(call.args[0], 200) == text)
        for call in assertion.test.scope.calls
    )
