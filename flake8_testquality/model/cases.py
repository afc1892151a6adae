"""Cases: the values and ids of parametrized tests and fixtures that come out differently in each process."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.calls import Call, argument
from flake8_testquality.model.clocks import CLOCKS, is_stopped_at_a_moment, reads_wall_clock
from flake8_testquality.model.disorder import bound_value, unordered
from flake8_testquality.model.randomness import SOURCES, is_source
from flake8_testquality.model.scopes import Scope, expression_children

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


_MAX_DEPTH = 3


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
    return unordered(module, node, scope) or _volatile(module, node, scope, called, 0) or _returned(module, node, scope)


def _returned(module: Module, node: ast.expr, scope: Scope) -> ast.expr | None:
    """A call of a function of the file, if what it returns differs."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        return None
    found = module.names.lookup(node.func.id, scope)
    if found is None or len(found[1]) != 1 or not isinstance(found[1][0].node, ast.FunctionDef):
        return None
    inner = module.scope_by_node[found[1][0].node]
    for statement in inner.statements.get(ast.Return, ()):
        if statement.value is not None and (
            unordered(module, statement.value, inner) or _volatile(module, statement.value, inner, False, 0)
        ):
            return node
    return None


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
            found = _bound(module, part, scope, depth)
            if found is not None:
                return found
        pending.extend(reversed(expression_children(part)))
    return None


def _bound(module: Module, node: ast.Name, scope: Scope, depth: int) -> ast.expr | None:
    """The name, if what differs is in the one value that it is bound to."""
    found = bound_value(module, node, scope) if depth <= _MAX_DEPTH else None
    differs = found is not None and _volatile(module, found[0], found[1], False, depth + 1) is not None
    return node if differs else None


def _differs(module: Module, node: ast.Call, scope: Scope) -> bool:
    name = module.resolve(node.func, scope)
    if name is None:
        return False
    call = Call(node, name, scope, module)
    if name in CLOCKS:
        return reads_wall_clock(call) and not is_stopped_at_a_moment(call)
    family = name.partition(".")[0]
    if family not in ("random", "secrets", "numpy", "uuid", "os", "faker") or not _is_random(name):
        return False
    return is_source(call) and not _is_seeded(module, family)


def _is_random(name: str) -> bool:
    return any(name == source or (source.endswith("*") and name.startswith(source[:-1])) for source in SOURCES)


def _is_seeded(module: Module, family: str) -> bool:
    if family == "faker":
        return any("seed" in home.source.text for home in (module, *module.conftests))
    seed = {"random": "random.seed", "numpy": "numpy.random.seed"}.get(family)
    return any(home.calls_to((seed,)) for home in (module, *module.conftests)) if seed else False
