"""Cases: the values and ids of parametrized tests and fixtures that come out differently in each process."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.calls import Call, argument
from flake8_testquality.model.clocks import CLOCKS, reads_wall_clock
from flake8_testquality.model.randomness import SOURCES, is_source
from flake8_testquality.model.scopes import Scope, expression_children

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

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
_MAX_DEPTH = 8


def unstable_cases(module: Module) -> Iterator[tuple[ast.Call, ast.expr]]:
    """(the parametrization, what differs in it) for each parametrize mark and fixture whose cases are unstable."""
    for call in module.calls_to(("pytest.mark.parametrize",)):
        rows = argument(call.node, 1, "argvalues")
        ids = call.keyword("ids")
        found = _unstable(module, rows, call.scope) or _unstable(module, ids, call.scope, called=True)
        if found is not None:
            yield call.node, found
    for fixture in module.fixtures:
        for word in ("params", "ids"):
            found = _unstable(
                module, fixture.keyword(word), fixture.body_scope.parent or module.scope, called=word == "ids"
            )
            if found is not None:
                yield fixture.decorator, found  # type: ignore[misc]
                break


def _unstable(module: Module, node: ast.expr | None, scope: Scope, *, called: bool = False) -> ast.expr | None:
    if node is None:
        return None
    return _unordered(module, node, scope, 0) or _volatile(module, node, scope, called, 0)


def _unordered(module: Module, node: ast.expr, scope: Scope, depth: int) -> ast.expr | None:
    """The part of a list of rows that gives them in no fixed order: a set, a folder's listing."""
    if depth > _MAX_DEPTH:
        return None
    parts: list[Any] = []
    if isinstance(node, ast.Set):
        return node if len(node.elts) > 1 or any(isinstance(item, ast.Starred) for item in node.elts) else None
    if isinstance(node, ast.SetComp):
        return node
    if isinstance(node, ast.Name):
        return _bound(module, node, scope, depth, unordered=True)
    if isinstance(node, ast.List | ast.Tuple):
        parts = [item.value for item in node.elts if isinstance(item, ast.Starred)]
    elif isinstance(node, ast.ListComp | ast.GeneratorExp):
        parts = [generator.iter for generator in node.generators]
    elif isinstance(node, ast.BinOp):
        parts = [node.left, node.right]
    elif isinstance(node, ast.Call):
        name = module.resolve(node.func, scope)
        if name in LISTINGS or (name in _SETS and node.args):
            return node
        if name is None and isinstance(node.func, ast.Attribute) and node.func.attr in LISTING_METHODS:
            return node
        if (
            isinstance(node.func, ast.Attribute)
            and node.func.attr in LISTING_METHODS
            and (name or "").startswith("pathlib.")
        ):
            return node
        parts = node.args if name in _PASSING else []
    return next((found for part in parts if (found := _unordered(module, part, scope, depth + 1))), None)


def _volatile(module: Module, node: ast.expr, scope: Scope, called: bool, depth: int) -> ast.expr | None:
    """The call below an expression that gives another value in each process: the clock, a random source."""
    pending: list[Any] = [node]
    while pending:
        part = pending.pop()
        if isinstance(part, ast.Lambda) and not called:
            continue
        if isinstance(part, ast.Call) and _differs(module, part, scope):
            return part
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load):
            found = _bound(module, part, scope, depth, unordered=False)
            if found is not None:
                return found
        pending.extend(reversed(expression_children(part)))
    return None


def _bound(module: Module, node: ast.Name, scope: Scope, depth: int, *, unordered: bool) -> ast.expr | None:
    """What is unstable in the one value that a name of the file is bound to."""
    found = module.names.lookup(node.id, scope)
    if (
        depth > 3
        or found is None
        or len(found[1]) != 1
        or found[1][0].kind != "assignment"
        or found[1][0].value is None
    ):
        return None
    value = found[1][0].value
    look = (
        _unordered(module, value, found[0], depth + 1)
        if unordered
        else _volatile(module, value, found[0], False, depth + 1)
    )
    return node if look is not None else None


def _differs(module: Module, node: ast.Call, scope: Scope) -> bool:
    name = module.resolve(node.func, scope)
    if name is None:
        return False
    call = Call(node, name, scope, module)
    if name in CLOCKS:
        return reads_wall_clock(call)
    family = name.partition(".")[0]
    if family not in ("random", "secrets", "numpy", "uuid", "os") or not _is_random(name):
        return False
    return is_source(call) and not _is_seeded(module, family)


def _is_random(name: str) -> bool:
    return any(name == source or (source.endswith("*") and name.startswith(source[:-1])) for source in SOURCES)


def _is_seeded(module: Module, family: str) -> bool:
    seed = {"random": "random.seed", "numpy": "numpy.random.seed"}.get(family)
    return any(seed in home.called_names for home in (module, *module.conftests)) if seed else False
