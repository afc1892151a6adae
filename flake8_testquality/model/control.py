"""Control: which values and loops of a test are settled by the test itself, and not by what the code gives."""

from __future__ import annotations

import ast
import re
import sys
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.displays import display, loops_for, part_for, viewed
from flake8_testquality.model.fillings import fills, is_empty, is_filled_elsewhere
from flake8_testquality.model.lasting import is_lasting, is_text_of_file
from flake8_testquality.model.names import Binding, called_name, last_name, root_name
from flake8_testquality.model.own_files import opens_own_file
from flake8_testquality.model.parameter_values import (
    asks_for_parameter,
    given_value,
    is_fed,
    is_of_parameter,
    only_turns,
    written_return,
)  # fmt: skip
from flake8_testquality.model.scopes import descend
from flake8_testquality.model.sure_loops import always_gives

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

# What gives as much as it is given.
_TRANSPARENT = frozenset({
    "len", "range", "enumerate", "zip", "sorted", "reversed", "list", "tuple", "set", "dict", "frozenset", "iter",
    "map", "filter", "any", "all", "isinstance", "issubclass", "hasattr", "getattr", "callable", "min", "max",
    "sum", "abs", "str", "int", "float", "bool", "type", "id", "repr", "ord", "chr", "next", "divmod", "round",
    "vars", "dir", "bytes", "__import__",
})  # fmt: skip
# Questions about the platform and about what is installed.
_ENVIRONMENT = re.compile(
    r"(?:^|_)(?:is_?(?:win\w*|linux|mac\w*|darwin|posix|pypy|cpython|py\d*|ci|android|ios|64\w*|debug\w*|root|docker)|pypy|cpython|windows|version\w*|"
    r"platform\w*|supports?\w*|has_(?:module|feature|lib\w*|package|extension)\w*|installed|available|enabled|feature\w*|jit|backend|vendor|getoption|"
    r"environ|getenv|which|find_spec|import_module|importorskip)(?:_|$)",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"_*(?:is|has|can|supports|needs)_")
# The same, whoever is asked.
_PLATFORM = re.compile(r"is_?(?:windows|win32|win_?nt|vista|linux|mac|mac_?os_?x?|darwin|posix)", re.IGNORECASE)
_KEEPING = frozenset({
    "zip", "zip_longest", "chain", "product", "cartes", "enumerate", "sorted", "reversed", "list", "tuple", "set",
    "iter",
})  # fmt: skip
_VIEWS = frozenset(["items", "values", "keys", "split", "splitlines"])
_TEST_HOMES = frozenset(["testing", "_testing", "tests", "test_utils", "testutils", "conftest"])
_MAX_STEPS = 10
# So many names may be bound one to the other before the last one is presumed to be the test's own.
_LONGEST_CHAIN = 30


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
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _VIEWS:
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
        if _is_element(test, node.id, steps):
            return True
        places = test.module.bindings(test.scope).get(node.id, ())
        parts = [place.value for place in places if place.value is not None and not isinstance(place.value, ast.Name)]
    if any(_is_written(test, part, steps + 1) for part in parts):
        return True
    root = root_name(node)
    return root is not None and _is_input(test, root, steps)


def _is_count(test: Test, node: ast.expr, steps: int) -> bool:
    """Whether a bound of a range is a number, or the size of what the test writes down."""
    if isinstance(node, ast.Call) and last_name(node.func) == "len" and len(node.args) == 1:
        return _is_written(test, node.args[0], steps)
    if isinstance(node, ast.Name) and steps <= _MAX_STEPS:
        module = test.module
        places = module.bindings(test.scope).get(node.id) or module.bindings(module.scope).get(node.id) or []
        values = [place.value for place in places]
        return bool(values) and all(value is not None and _is_count(test, value, steps + 1) for value in values)
    if isinstance(node, ast.BinOp):
        return _is_count(test, node.left, steps + 1) and _is_count(test, node.right, steps + 1)
    if isinstance(node, ast.Subscript | ast.Attribute):
        return _is_input(test, root_name(node) or "") or is_controlled(test, node)
    if isinstance(node, ast.UnaryOp):
        return _is_count(test, node.operand, steps + 1)
    return isinstance(node, ast.Constant)


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


def _is_controlled_part(test: Test, loop: ast.For, name: str, steps: int) -> bool:
    """Whether a name of a loop over a display is settled by the test in each element, whatever stands beside it."""
    items, target = display(test, loop)
    parts = [part_for(test, target, item, name) for item in items]
    return bool(parts) and all(part is not None and is_controlled(test, part, steps + 1) for part in parts)


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
        if last_name(call.func) not in _KEEPING and last_name(call.func) not in _TRANSPARENT
        for item in (*call.args, *(word.value for word in call.keywords))
    )


def is_controlled(test: Test, node: ast.expr, steps: int = 0) -> bool:
    """Whether an expression is settled by the test: literals, constants, parameters, the platform."""
    if steps > _LONGEST_CHAIN or is_lasting(test, node):
        return True
    if isinstance(node, ast.Call) and last_name(node.func) in ("zip", "zip_longest", "chain", "product", "pairwise"):
        return any(is_controlled(test, item, steps + 1) for item in node.args) or not node.args
    if isinstance(node, ast.Call) and _PLATFORM.fullmatch(last_name(node.func) or ""):
        return True
    if isinstance(node, ast.Call) and asks_for_parameter(test, node):
        return True
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
        return all(is_controlled(test, item, steps + 1) for item in node.values)
    if any(isinstance(part, ast.Attribute) and part.attr == "__version__" for part in descend(node)):
        return True
    for part in descend(node):
        if isinstance(part, ast.Call) and not _is_own_call(test, part, steps):
            return False
        if isinstance(part, ast.Name) and not _is_own_name(test, part.id, steps):
            return False
        if isinstance(part, ast.Await):
            return False
    return True


def _is_own_call(test: Test, call: ast.Call, steps: int) -> bool:
    """Whether what a call gives is settled by the test: a builtin, the standard library, a helper of the tests."""
    module, func = test.module, call.func
    word = last_name(func) or ""
    if _ENVIRONMENT.search(word):
        return True
    dotted = module.resolve(func, test.scope)
    if is_text_of_file(test, func):
        return True
    if isinstance(func, ast.Attribute) and func.attr in (*_VIEWS, "get") and is_lasting(test, func.value):
        return True
    if dotted is not None:
        head, _, name = dotted.partition(".")
        if head == "builtins":
            return name in _TRANSPARENT or (name == "open" and opens_own_file(test, call))
        if head in sys.stdlib_module_names or head in ("pytest", "hypothesis", "numpy"):
            return not dotted.startswith(("os.listdir", "os.scandir", "glob.", "subprocess.", "urllib."))
        return _is_of_tests(module, dotted) or (_QUESTION.match(word) is not None and is_of_parameter(test, call))
    if isinstance(func, ast.Name):
        if func.id in test.arguments:
            return True
        local = module.definition(func, test.scope)
        return local is not None and not isinstance(local, ast.ClassDef)
    root = root_name(func)
    if module.resolve(ast.Name(root or "", ast.Load()), test.scope) == "numpy":
        return True
    if root is None:
        return isinstance(func, ast.Attribute) and not any(isinstance(part, ast.Call) for part in descend(func.value))
    if root in ("self", "cls"):
        return isinstance(func, ast.Attribute) and (isinstance(func.value, ast.Name) or func.attr in _VIEWS)
    if root == "request":
        return True
    if root in test.arguments:
        return root in test.parametrized or is_given(test) or is_fed(test)
    # a method of a literal, or of what came out of one; an object that a helper made answers with the code's words
    return _is_own_name(test, root, steps) and not _is_made_by_call(test, func, root)


def _is_made_by_call(test: Test, func: ast.expr, root: str) -> bool:
    if any(isinstance(part, ast.Call) for part in descend(func)):
        return True
    places = test.module.bindings(test.scope).get(root, ())
    values = [place.value for place in places if place.value is not None]
    return any(
        isinstance(value, ast.Call)
        and last_name(value.func) not in _TRANSPARENT
        and root_name(value.func) not in ("request", root)
        and not (test.module.resolve(value.func, test.scope) or "").startswith(("numpy.", "re."))
        and not (only_turns(test, value) or _is_drawn(test, value))
        for value in values
    )


def _is_of_tests(module: Module, dotted: str) -> bool:
    if not _TEST_HOMES.isdisjoint(dotted.lower().split(".")[:-1]):
        return True
    found = module.find(dotted)
    return found is not None and found[0].role != "source" and not isinstance(found[1], ast.ClassDef)


def is_given(test: Test) -> bool:
    """Whether hypothesis hands a test its arguments, also where a stand-in may take its place."""
    return any(called_name(item) == "given" for item in test.node.decorator_list)


def _is_drawn(test: Test, value: ast.expr) -> bool:
    """Whether hypothesis chose a value: `data.draw(...)`, whatever it chose from."""
    func = value.func if isinstance(value, ast.Call) else None
    return (
        isinstance(func, ast.Attribute)
        and func.attr == "draw"
        and isinstance(func.value, ast.Name)
        and func.value.id in test.arguments
        and is_given(test)
    )


def _is_own_name(test: Test, name: str, steps: int) -> bool:
    """Whether a name of a test is bound to nothing that the code under test gave; a copied parameter is none."""
    known: dict[str, bool] = test.fact(_own_names)
    found = known.get(name)
    if found is None:
        places = test.module.bindings(test.scope).get(name)
        if not places or name in test.parametrized:
            return True
        before = len(known)
        # a name that is bound to itself on the way is as good as its other values
        known[name] = True
        found = all(_is_own_binding(test, name, place, steps) for place in places)
        if not found:
            # what was told meanwhile may have counted on it
            for other in list(known)[before:]:
                if known[other]:
                    del known[other]
            known[name] = False
    return found


def _own_names(test: Test) -> dict[str, bool]:
    return {}


def _is_own_binding(test: Test, name: str, place: Binding, steps: int) -> bool:
    node: Any = place.node
    if place.kind != "assignment":
        return True
    if place.value is not None:
        if _is_drawn(test, place.value):
            return True
        if is_empty(place.value):
            return fills(test.scope, name) or not is_filled_elsewhere(test, name)
        return is_controlled(test, place.value, steps + 1)
    if isinstance(node, ast.Assign):
        return is_controlled(test, node.value, steps + 1)
    if isinstance(node, ast.For | ast.AsyncFor):
        return isinstance(node, ast.For) and (
            is_controlled(test, node.iter, steps + 1) or _is_controlled_part(test, node, name, steps)
        )
    if isinstance(node, ast.With | ast.AsyncWith):
        return all(
            is_controlled(test, item.context_expr, steps + 1) for item in node.items if item.optional_vars is not None
        )
    return not isinstance(node, ast.ExceptHandler)
