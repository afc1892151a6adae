"""Sure loops: calls that give something to go over whatever they are asked about."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.displays import is_written_in_class
from flake8_testquality.model.names import last_name, root_name
from flake8_testquality.model.parameter_values import given_value

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

_WRAPPERS = frozenset(["enumerate", "sorted", "reversed", "list", "tuple", "set", "iter", "ndenumerate"])
# As many axes as the call asks for, and at least one.
_GRIDS = frozenset(["subplots", "subplot_mosaic"])
_FLAT = frozenset(["flatten", "ravel", "values", "items", "keys"])
_SEPARATORS = frozenset(["os.sep", "os.linesep", "os.pathsep", "os.path.sep", "os.path.pathsep"])
_MAX_STEPS = 5


def always_gives(test: Test, node: ast.expr, steps: int = 0) -> bool:
    """Whether an expression is never empty: a text split at a separator, `divmod`, as many answers as were asked for,
    what a class of the file holds.

    Wrappers are looked through, so are `zip` and local names.
    """
    if steps > _MAX_STEPS:
        return False
    if isinstance(node, ast.Await):
        return always_gives(test, node.value, steps + 1)
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Tuple):
        return always_gives(test, node.value, steps + 1)
    if isinstance(node, ast.Attribute):
        return (node.attr == "flat" and always_gives(test, node.value, steps + 1)) or is_written_in_class(test, node)
    if isinstance(node, ast.Name):
        places = test.module.bindings(test.scope).get(node.id, ())
        values = [given_value(place) for place in places]
        return bool(values) and all(value is not None and always_gives(test, value, steps + 1) for value in values)
    if isinstance(node, ast.ListComp | ast.GeneratorExp):
        first = node.generators[0]
        return len(node.generators) == 1 and not first.ifs and always_gives(test, first.iter, steps + 1)
    if not isinstance(node, ast.Call):
        return False
    word = last_name(node.func)
    if word in _GRIDS:
        return True
    if not node.args:
        return isinstance(node.func, ast.Attribute) and word in _FLAT and always_gives(test, node.func.value, steps + 1)
    if isinstance(node.func, ast.Attribute) and word in ("split", "rsplit"):
        return _is_separator(test, node.args[0])
    if word == "zip":
        return all(always_gives(test, item, steps + 1) for item in node.args)
    if word in _WRAPPERS:
        return always_gives(test, node.args[0], steps + 1)
    if word == "gather":
        return any(not isinstance(item, ast.Starred) or _is_list(item.value) for item in node.args)
    return word in ("divmod", "partition", "rpartition")


def _is_separator(test: Test, node: ast.expr) -> bool:
    """Whether an expression is a text, or a constant of another module: with no separator there may be no parts."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str | bytes)
    if not isinstance(node, ast.Name | ast.Attribute) or root_name(node) in test.module.bindings(test.scope):
        return False
    dotted = test.module.resolve(node, test.scope) or ""
    return dotted in _SEPARATORS or (len(dotted.rpartition(".")[2]) > 1 and dotted.rpartition(".")[2].isupper())


def _is_list(node: ast.expr) -> bool:
    """Whether an expression is a list that is written down, or one made for each number of a range."""
    if isinstance(node, ast.List | ast.Tuple):
        return bool(node.elts)
    if not isinstance(node, ast.ListComp | ast.GeneratorExp):
        return False
    first = node.generators[0]
    return not first.ifs and isinstance(first.iter, ast.Call) and last_name(first.iter.func) == "range"
