"""Conditions: which branches and loops of a test hang on what the code under test does, so that they may not run."""

from __future__ import annotations

import ast
import re
import sys
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.checks import block_checks, checking_calls, checks_around
from flake8_testquality.model.names import Binding, last_name, root_name
from flake8_testquality.model.risk import is_fail
from flake8_testquality.model.scopes import FUNCTIONS, Scope, descend

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

# What gives as much as it is given.
_TRANSPARENT = frozenset({
    "len", "range", "enumerate", "zip", "sorted", "reversed", "list", "tuple", "set", "dict", "frozenset", "iter",
    "map", "filter", "any", "all", "isinstance", "issubclass", "hasattr", "getattr", "callable", "min", "max",
    "sum", "abs", "str", "int", "float", "bool", "type", "id", "repr", "ord", "chr", "next", "divmod", "round",
    "vars", "dir", "bytes",
})  # fmt: skip
# Questions about the platform and about what is installed.
_ENVIRONMENT = re.compile(
    r"(?:^|_)(?:is_?(?:win\w*|linux|mac\w*|darwin|posix|pypy|cpython|py\d*|ci|android|ios|64\w*|debug\w*|root|docker)|pypy|cpython|windows|version\w*|"
    r"platform\w*|supports?\w*|has_(?:module|feature|lib\w*|package|extension)\w*|installed|available|enabled|feature\w*|jit|backend|vendor|getoption|"
    r"environ|getenv|which|find_spec|import_module|importorskip)(?:_|$)",
    re.IGNORECASE,
)
_EMPTY_MAKERS = frozenset({"list", "dict", "set", "deque", "defaultdict"})
_FILLERS = frozenset(["append", "add", "extend", "insert", "update", "setdefault", "appendleft", "put", "put_nowait"])
_VIEWS = frozenset(["items", "values", "keys", "split", "splitlines"])
_SKIPS = frozenset(["skip", "skipTest", "xfail", "importorskip", "exit"])
_MAX_STEPS = 6


def is_conditional(test: Test) -> bool:
    """Whether a test checks something, and every check hangs on a condition that the test does not control."""
    plain = [item for item in test.assertions if item.kind != "helper"]
    # a fail behind a condition is a check of that condition
    if any(
        item.kind == "fail" or (item.scope is test.scope and is_fail(item.statement, test.module, item.scope))
        for item in plain
    ):
        return False
    if any(item.scope is not test.scope or test.module.block_parent(item.statement) is test.node for item in plain):
        return False
    if any(node.exc is not None for node in test.scope.statements.get(ast.Raise, ())):
        return False
    if not any(
        kind in test.scope.statements
        for kind in (ast.If, ast.For, ast.AsyncFor, ast.While, ast.Try, ast.TryStar, ast.Match)
    ):
        return False
    statements: list[Any] = [item.statement for item in plain]
    if statements and not all(hangs(test, statement) for statement in statements):
        return False
    more = checking_calls(test)
    if not statements and not more:
        return False
    own = set(map(id, test.scope.calls))
    if any(id(call) not in own or not hangs(test, test.module.statement_of(call)) for call in more):
        return False
    return not checks_around(test)


def hangs(test: Test, statement: Any) -> bool:
    """Whether a statement runs only under a condition that the test does not control."""
    current = statement
    for above in test.module.enclosing(statement):
        if above is test.node or isinstance(above, ast.ClassDef) or above.__class__ in FUNCTIONS:
            return False
        if _is_condition(test, above, current):
            return True
        current = above
    return False


def _is_condition(test: Test, above: Any, current: Any) -> bool:
    module, scope = test.module, test.scope
    if isinstance(above, ast.If):
        return not is_controlled(test, above.test) and not (_settles(test, above.body) and _settles(test, above.orelse))
    if isinstance(above, ast.For | ast.AsyncFor):
        if current in above.orelse or _settles(test, above.orelse):
            return False
        return isinstance(above, ast.AsyncFor) or not is_controlled(test, above.iter)
    if isinstance(above, ast.While):
        return current in above.body and not is_controlled(test, above.test) and not _settles(test, above.orelse)
    if isinstance(above, ast.ExceptHandler):
        outer: Any = module.block_parent(above)
        return not (
            block_checks(module, outer.body, scope) or _settles(test, outer.body) or _settles(test, outer.orelse)
        )
    if isinstance(above, ast.Try | ast.TryStar):
        return current in above.orelse and not all(_settles(test, handler.body) for handler in above.handlers)
    if isinstance(above, ast.match_case):
        match: Any = module.block_parent(above)
        wild = any(_is_wild(case) for case in match.cases)
        return not is_controlled(test, match.subject) and not (
            wild and all(_settles(test, case.body) for case in match.cases)
        )
    return False


def _is_wild(case: ast.match_case) -> bool:
    return isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None and case.guard is None


def _settles(test: Test, block: list[Any]) -> bool:
    """Whether a block checks, fails, skips or leaves by an error, whatever the test's own conditions are."""
    for statement in block:
        if isinstance(statement, ast.If):
            if _settles(test, statement.body) and _settles(test, statement.orelse):
                return True
        elif (
            isinstance(statement, ast.Raise)
            or is_fail(statement, test.module, test.scope)
            or block_checks(test.module, [statement], test.scope)
            or _skips(statement)
        ):
            return True
    return False


def _skips(statement: Any) -> bool:
    value = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(value, ast.Call) and last_name(value.func) in _SKIPS


# ------------------------------------------------------------------ what a test controls


def is_controlled(test: Test, node: ast.expr, steps: int = 0) -> bool:
    """Whether an expression is settled by the test: literals, constants, parameters, the platform."""
    if steps > _MAX_STEPS:
        return True
    if isinstance(node, ast.Call) and last_name(node.func) in ("zip", "zip_longest", "chain", "product"):
        return any(is_controlled(test, item, steps + 1) for item in node.args) or not node.args
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
        return all(is_controlled(test, item, steps + 1) for item in node.values)
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
    if dotted is not None:
        head, _, name = dotted.partition(".")
        if head == "builtins":
            return name in _TRANSPARENT
        if head in sys.stdlib_module_names or head == "pytest":
            return not dotted.startswith(("os.listdir", "os.scandir", "glob.", "subprocess.", "urllib."))
        return _is_of_tests(module, dotted)
    if isinstance(func, ast.Name):
        if func.id in test.arguments:
            return True
        local = module.definition(func, test.scope)
        return local is not None and not isinstance(local, ast.ClassDef)
    root = root_name(func)
    if root is None:
        return isinstance(func, ast.Attribute) and not any(isinstance(part, ast.Call) for part in descend(func.value))
    if root in ("self", "cls"):
        return isinstance(func, ast.Attribute) and (isinstance(func.value, ast.Name) or func.attr in _VIEWS)
    if root == "request":
        return True
    if root in test.arguments:
        return root in test.parametrized or _is_given(test)
    # a method of a literal, or of what came out of one; an object that a helper made answers with the code's words
    return _is_own_name(test, root, steps) and not _is_made_by_call(test, func, root)


def _is_made_by_call(test: Test, func: ast.expr, root: str) -> bool:
    if any(isinstance(part, ast.Call) for part in descend(func)):
        return True
    places = test.module.bindings(test.scope).get(root, ())
    values = [place.value for place in places if place.value is not None]
    return any(isinstance(value, ast.Call) and last_name(value.func) not in _TRANSPARENT for value in values)


def _is_of_tests(module: Module, dotted: str) -> bool:
    found = module.find(dotted)
    return found is not None and found[0].role != "source" and not isinstance(found[1], ast.ClassDef)


def _is_given(test: Test) -> bool:
    return any(
        last_name(item.func if isinstance(item, ast.Call) else item) == "given" for item in test.node.decorator_list
    )


def _is_own_name(test: Test, name: str, steps: int) -> bool:
    """Whether a name of a test is bound to nothing that the code under test gave."""
    places = test.module.bindings(test.scope).get(name)
    if not places:
        return True
    return all(_is_own_binding(test, name, place, steps) for place in places)


def _is_own_binding(test: Test, name: str, place: Binding, steps: int) -> bool:
    node: Any = place.node
    if place.kind != "assignment":
        return True
    if place.value is not None:
        if _is_empty(place.value):
            return _fills(test.scope, name) or not _is_filled_elsewhere(test, name)
        return is_controlled(test, place.value, steps + 1)
    if isinstance(node, ast.Assign):
        return is_controlled(test, node.value, steps + 1)
    if isinstance(node, ast.For | ast.AsyncFor):
        return isinstance(node, ast.For) and is_controlled(test, node.iter, steps + 1)
    if isinstance(node, ast.With | ast.AsyncWith):
        return all(
            is_controlled(test, item.context_expr, steps + 1) for item in node.items if item.optional_vars is not None
        )
    return not isinstance(node, ast.ExceptHandler)


def _is_empty(value: ast.expr) -> bool:
    if isinstance(value, ast.List | ast.Set):
        return not value.elts
    if isinstance(value, ast.Dict):
        return not value.keys
    return isinstance(value, ast.Call) and not value.args and last_name(value.func) in _EMPTY_MAKERS


def _fills(scope: Scope, name: str) -> bool:
    """Whether the test itself puts something into a container."""
    for call in scope.calls:
        if isinstance(call.func, ast.Attribute) and call.func.attr in _FILLERS and root_name(call.func.value) == name:
            return True
    for kind in (ast.Assign, ast.AugAssign):
        for node in scope.statements.get(kind, ()):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                if isinstance(target, ast.Subscript) and root_name(target) == name:
                    return True
                if isinstance(node, ast.AugAssign) and isinstance(target, ast.Name) and target.id == name:
                    return True
    return False


def _is_filled_elsewhere(test: Test, name: str) -> bool:
    """Whether a callback of the test, or code that is handed the container, is what fills it."""
    return any(
        isinstance(part, ast.Name) and part.id == name and isinstance(part.ctx, ast.Load)
        for scope in test.scope.within() for call in scope.calls
        for item in (*call.args, *(word.value for word in call.keywords), call.func) for part in descend(item)
    )  # fmt: skip
