"""Parameter values: what comes of the parametrized arguments of a test, and questions that they are asked in."""

from __future__ import annotations

import ast
import sys
from typing import TYPE_CHECKING

from flake8_testquality.model.names import Binding, called_name, last_name
from flake8_testquality.model.scopes import descend

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

_FEEDERS = frozenset(["data", "idata", "file_data", "expand"])


def given_value(place: Binding) -> ast.expr | None:
    """The value that a place gives a name, or one that it unpacks."""
    return place.node.value if isinstance(place.node, ast.Assign) else place.value


def asks_for_parameter(test: Test, call: ast.Call) -> bool:
    """Whether a call asks if an object has the attribute that an argument of the test names."""
    if last_name(call.func) not in ("getattr", "hasattr") or len(call.args) < 2:
        return False
    if last_name(call.func) == "getattr" and len(call.args) == 2:
        return False
    wanted = call.args[1]
    if not isinstance(wanted, ast.Name):
        return False
    places = test.module.bindings(test.scope).get(wanted.id, ())
    named = {wanted.id} | {place.value.id for place in places if isinstance(place.value, ast.Name)}
    return not named.isdisjoint(test.arguments)


def is_of_parameter(test: Test, call: ast.Call) -> bool:
    """Whether all that a call is given comes of the test's parametrized arguments."""
    pending: list[ast.expr] = [*call.args, *(word.value for word in call.keywords)]
    seen: set[str] = set()
    while pending:
        for part in descend(pending.pop()):
            if not isinstance(part, ast.Name) or part.id in seen:
                continue
            seen.add(part.id)
            if part.id in test.arguments and part.id not in test.parametrized:
                return False
            if part.id not in test.parametrized:
                places = test.module.bindings(test.scope).get(part.id, ())
                pending.extend(value for place in places if (value := given_value(place)) is not None)
    return not seen.isdisjoint(test.parametrized)


def only_turns(test: Test, call: ast.Call) -> bool:
    """Whether a function of the file turns parameters into something else by itself, asking no code for it."""
    found = test.module.definition(call.func, test.scope)
    if not isinstance(found, ast.FunctionDef) or not is_of_parameter(test, call):
        return False
    scope = test.module.scope_by_node[found]
    for inner in scope.calls:
        dotted = test.module.resolve(inner.func, scope)
        if dotted is None and isinstance(inner.func, ast.Name):
            return False
        if dotted is not None and dotted.partition(".")[0] not in sys.stdlib_module_names:
            return False
    return True


def is_fed(test: Test) -> bool:
    """Whether ddt or parameterized gives a test its arguments."""
    return any(called_name(item) in _FEEDERS for item in test.node.decorator_list)


def written_return(test: Test, call: ast.Call) -> ast.expr | None:
    """The dictionary or list that a function of the file does nothing but return."""
    found = test.module.definition(call.func, test.scope)
    if not isinstance(found, ast.FunctionDef) or not isinstance(found.body[-1], ast.Return):
        return None
    value = found.body[-1].value
    is_alone = all(isinstance(item, ast.Expr) and isinstance(item.value, ast.Constant) for item in found.body[:-1])
    return value if is_alone and isinstance(value, ast.Dict | ast.List | ast.Tuple) else None
