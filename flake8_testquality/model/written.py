"""Written: whether a loop surely runs, because what it goes over is written down in the test or is what goes in."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.control import TRANSPARENT, VIEWS, is_controlled
from flake8_testquality.model.displays import display, loops_for, part_for, viewed
from flake8_testquality.model.name_answers import answer
from flake8_testquality.model.names import last_name, root_name
from flake8_testquality.model.parameter_values import given_value, written_return
from flake8_testquality.model.sure_loops import always_gives

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

_KEEPING = frozenset({
    "zip", "zip_longest", "chain", "product", "cartes", "enumerate", "sorted", "reversed", "list", "tuple", "set",
    "iter",
})  # fmt: skip
_MAX_STEPS = 10


def is_filled(test: Test, node: ast.expr) -> bool:
    """Whether a loop over an expression surely runs: what it goes over is the test's own and is not empty."""
    return always_gives(test, node) or _is_written(test, node, 0) or is_controlled(test, viewed(test, node))


def _is_written(test: Test, node: ast.expr, steps: int) -> bool:
    """Whether an expression is, or comes from, a display that the test writes down, or an object that goes in.

    What is in a list that is written down does not matter.
    """
    if steps > _MAX_STEPS:
        return False
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        return bool(node.elts)
    if isinstance(node, ast.Dict):
        return bool(node.keys)
    parts: list[ast.expr] = []
    if isinstance(node, ast.IfExp):
        return _is_written(test, node.body, steps + 1) and _is_written(test, node.orelse, steps + 1)
    if isinstance(node, ast.BinOp):
        parts = [node.left, node.right]
    elif isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
        parts = [node.generators[0].iter]
    elif isinstance(node, ast.Subscript):
        parts = [node.value]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in VIEWS:
        parts = [node.func.value]
    elif isinstance(node, ast.Call) and last_name(node.func) == "range":
        return all(_is_count(test, item, steps + 1) for item in node.args)
    elif isinstance(node, ast.Call) and _makes_dict(node):
        parts = node.args[:1]
        if any(word.arg is not None for word in node.keywords):
            return True
    elif isinstance(node, ast.Call) and last_name(node.func) in _KEEPING:
        parts = node.args
    elif isinstance(node, ast.Call) and (written := written_return(test, node)) is not None:
        return _is_written(test, written, steps + 1)
    elif isinstance(node, ast.Name):
        name = node.id
        return answer(test.fact(_written_names), name, False, lambda: _is_written_name(test, name, steps))
    if any(_is_written(test, part, steps + 1) for part in parts):
        return True
    root = root_name(node)
    return root is not None and _is_input(test, root, steps)


def _is_written_name(test: Test, name: str, steps: int) -> bool:
    if _is_element(test, name, steps):
        return True
    values = [place.value for place in test.module.bindings(test.scope).get(name, ())]
    parts = [value for value in values if value is not None and not isinstance(value, ast.Name)]
    return any(_is_written(test, part, steps + 1) for part in parts) or _is_input(test, name, steps)


def _written_names(test: Test) -> dict[str, bool]:
    return {}


def _is_count(test: Test, node: ast.expr, steps: int) -> bool:
    """Whether a bound of a range is a number, or the size of what the test writes down."""
    if isinstance(node, ast.Call) and last_name(node.func) == "len" and len(node.args) == 1:
        return _is_written(test, node.args[0], steps)
    if isinstance(node, ast.Name) and steps <= _MAX_STEPS:
        name = node.id
        return answer(test.fact(_counting_names), name, False, lambda: _is_counting_name(test, name, steps))
    if isinstance(node, ast.BinOp):
        return _is_count(test, node.left, steps + 1) and _is_count(test, node.right, steps + 1)
    if isinstance(node, ast.Subscript | ast.Attribute):
        return _is_input(test, root_name(node) or "") or is_controlled(test, node)
    if isinstance(node, ast.UnaryOp):
        return _is_count(test, node.operand, steps + 1)
    return isinstance(node, ast.Constant)


def _is_counting_name(test: Test, name: str, steps: int) -> bool:
    module = test.module
    places = module.bindings(test.scope).get(name) or module.bindings(module.scope).get(name) or []
    values = [place.value for place in places]
    return bool(values) and all(value is not None and _is_count(test, value, steps + 1) for value in values)


def _counting_names(test: Test) -> dict[str, bool]:
    return {}


def _makes_dict(call: ast.Call) -> bool:
    """Whether a call is `dict(...)` or `dict.fromkeys(...)`."""
    func = call.func
    if isinstance(func, ast.Attribute):
        return func.attr == "fromkeys" and isinstance(func.value, ast.Name)
    return isinstance(func, ast.Name) and func.id == "dict"


def _is_element(test: Test, name: str, steps: int) -> bool:
    """Whether a name runs over the elements of a display, each of which is written down and is not empty."""
    for loop, bound in loops_for(test, name):
        items, target = display(test, loop)
        parts = [part_for(test, bound or target, item, name) for item in items]
        if parts and all(part is not None and _is_written(test, part, steps + 1) for part in parts):
            return True
    return False


def _unnumbered(node: ast.expr) -> ast.expr:
    return node.args[0] if isinstance(node, ast.Call) and last_name(node.func) == "enumerate" and node.args else node


def _is_input(test: Test, name: str, steps: int = 0) -> bool:
    """Whether a local object that the test made is handed to another call, so that it is no result but what goes in.

    So is what a loop over it gives.
    """
    places = test.module.bindings(test.scope).get(name)
    if places and steps <= _MAX_STEPS and all(isinstance(place.node, ast.For) for place in places):
        roots = [root_name(_unnumbered(place.node.iter)) for place in places if isinstance(place.node, ast.For)]
        return all(root is not None and root != name and _is_input(test, root, steps + 1) for root in roots)
    if not places or not all(isinstance(given_value(place), ast.Call) for place in places):
        return False
    return any(
        isinstance(item, ast.Name) and item.id == name
        for call in test.scope.calls
        if last_name(call.func) not in _KEEPING and last_name(call.func) not in TRANSPARENT
        for item in (*call.args, *(word.value for word in call.keywords))
    )
