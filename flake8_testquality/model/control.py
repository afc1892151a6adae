"""Control: which values and loops of a test are settled by the test itself, and not by what the code gives."""

from __future__ import annotations

import ast
import re
import sys
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.displays import display, part_for
from flake8_testquality.model.fillings import fills, is_empty, is_filled_elsewhere
from flake8_testquality.model.lasting import is_lasting, is_text_of_file
from flake8_testquality.model.name_answers import answer
from flake8_testquality.model.names import Binding, called_name, last_name, root_name
from flake8_testquality.model.own_files import opens_own_file
from flake8_testquality.model.parameter_values import (
    asks_for_parameter,
    is_fed,
    is_of_parameter,
    only_turns,
)  # fmt: skip
from flake8_testquality.model.scopes import descend
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

# What gives as much as it is given.
TRANSPARENT = frozenset({
    "len", "range", "enumerate", "zip", "sorted", "reversed", "list", "tuple", "set", "dict", "frozenset", "iter",
    "map", "filter", "any", "all", "isinstance", "issubclass", "hasattr", "getattr", "callable", "min", "max",
    "sum", "abs", "str", "int", "float", "bool", "type", "id", "repr", "ord", "chr", "next", "divmod", "round",
    "vars", "dir", "bytes", "__import__",
})  # fmt: skip
# Questions about the platform and about what is installed.
_ENVIRONMENT = regex(
    r"(?:^|_)(?:is_?(?:win\w*|linux|mac\w*|darwin|posix|pypy|cpython|py\d*|ci|android|ios|64\w*|debug\w*|root|docker)|pypy|cpython|windows|version\w*|"
    r"platform\w*|supports?\w*|has_(?:module|feature|lib\w*|package|extension)\w*|installed|available|enabled|feature\w*|jit|backend|vendor|getoption|"
    r"environ|getenv|which|find_spec|import_module|importorskip)(?:_|$)",
    re.IGNORECASE,
)
_QUESTION = regex(r"_*(?:is|has|can|supports|needs)_")
# The same, whoever is asked.
_PLATFORM = regex(r"is_?(?:windows|win32|win_?nt|vista|linux|mac|mac_?os_?x?|darwin|posix)", re.IGNORECASE)
VIEWS = frozenset(["items", "values", "keys", "split", "splitlines"])
_TEST_HOMES = frozenset(["testing", "_testing", "tests", "test_utils", "testutils", "conftest"])
# So many names may be bound one to the other before the last one is presumed to be the test's own.
_LONGEST_CHAIN = 30


def _is_controlled_part(test: Test, loop: ast.For, name: str, steps: int) -> bool:
    """Whether a name of a loop over a display is settled by the test in each element, whatever stands beside it."""
    items, target = display(test, loop)
    parts = [part_for(test, target, item, name) for item in items]
    return bool(parts) and all(part is not None and is_controlled(test, part, steps + 1) for part in parts)


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
    if isinstance(func, ast.Attribute) and func.attr in (*VIEWS, "get") and is_lasting(test, func.value):
        return True
    if dotted is not None:
        head, _, name = dotted.partition(".")
        if head == "builtins":
            return name in TRANSPARENT or (name == "open" and opens_own_file(test, call))
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
        return isinstance(func, ast.Attribute) and (isinstance(func.value, ast.Name) or func.attr in VIEWS)
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
        and last_name(value.func) not in TRANSPARENT
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
    places = test.module.bindings(test.scope).get(name, [])
    is_named = name in test.scope.expression_names
    if not (places or is_named) or name in test.parametrized:
        return True
    in_passing = [
        node.value for node in (test.scope.nodes(ast.NamedExpr) if is_named else ()) if node.target.id == name
    ]
    # a name that is bound to itself on the way is as good as its other values
    return answer(
        test.fact(_own_names),
        name,
        True,
        lambda: (
            all(_is_own_binding(test, name, place, steps) for place in places)
            and all(is_controlled(test, value, steps + 1) for value in in_passing)
        ),
    )


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
