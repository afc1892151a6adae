"""Looks: assertions that may change by being made, or whose value changes by what else runs."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import called_name, last_name
from flake8_testquality.model.scopes import FUNCTIONS, descend
from flake8_testquality.model.stdlib_purity import is_standard
from flake8_testquality.model.weakness import source_of

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope

_MEMBERSHIP = ("assertIn", "assertNotIn")
_ITERATORS = frozenset(f"builtins.{name}" for name in ("iter", "map", "filter", "zip", "reversed", "enumerate", "open"))


def consumes(statement: Any, module: Module, scope: Scope) -> bool:
    """Whether an assertion seeks something in an iterator, which gives each item only once."""
    claim = statement.test if isinstance(statement, ast.Assert) else statement.value
    if isinstance(claim, ast.Compare) and isinstance(claim.ops[0], ast.In | ast.NotIn):
        container: ast.expr = claim.comparators[0]
    elif isinstance(claim, ast.Call) and last_name(claim.func) in _MEMBERSHIP and len(claim.args) > 1:
        container = claim.args[1]
    else:
        return False
    made = source_of(container, module, scope)
    if isinstance(made, ast.Call):
        name = module.resolve(made.func, scope) or ""
        return name in _ITERATORS or name.startswith("itertools.")
    return isinstance(made, ast.GeneratorExp)


def handed_over(claim: ast.expr) -> set[str | None]:
    """The names that a claim hands to the code of another object: those sought in what one of its attributes holds."""
    sides: tuple[ast.expr, ast.expr] | None = None
    if isinstance(claim, ast.Compare) and isinstance(claim.ops[0], ast.In | ast.NotIn):
        sides = claim.left, claim.comparators[0]
    elif isinstance(claim, ast.Call) and last_name(claim.func) in _MEMBERSHIP and len(claim.args) > 1:
        sides = claim.args[0], claim.args[1]
    elif isinstance(claim, ast.Call) and len(claim.args) == 1:
        return handed_over(claim.args[0])
    if sides is None or not isinstance(sides[0], ast.Name) or not isinstance(sides[1], ast.Attribute):
        return set()
    return {sides[0].id}


def is_watched(statement: Any, module: Module, scope: Scope) -> bool:
    """Whether an assertion compares the very thing that a manager around it has given: a counter, a recording.

    It watches the block, so whatever runs there, the comparison itself included, may change it.
    """
    compared = {item.id for item in _compared(statement) if isinstance(item, ast.Name)}
    return bool(compared) and any(
        isinstance(item.optional_vars, ast.Name)
        and item.optional_vars.id in compared
        and isinstance(item.context_expr, ast.Call)
        and not is_standard(module.resolve(item.context_expr.func, scope) or "")
        for outer in module.enclosing(statement)
        if isinstance(outer, ast.With | ast.AsyncWith)
        for item in outer.items
    )


def _compared(statement: Any) -> list[ast.expr]:
    claim = statement.test if isinstance(statement, ast.Assert) else statement.value
    if isinstance(claim, ast.Compare):
        return [claim.left, *claim.comparators]
    return list(claim.args[:2]) if isinstance(claim, ast.Call) and "Equal" in (called_name(claim) or "") else []


def is_wired(statement: Any, scope: Scope, module: Module) -> bool:
    """Whether an assertion reads an attribute that a call of the test has tied by its name to a function of the test.

    `cart.bind("total", count)`, then `cart.total`: each look may run the function.
    """
    read = {part.attr for part in descend(statement) if isinstance(part, ast.Attribute)}
    for call in scope.calls if read else ():
        given = [*call.args, *(item.value for item in call.keywords)]
        if any(isinstance(item, ast.Constant) and item.value in read for item in given) and any(
            isinstance(item, ast.Lambda)
            or (isinstance(item, ast.Name) and isinstance(module.definition(item, scope), FUNCTIONS))
            for item in given
        ):
            return True
    return False


def has_effect(between: list[Any], second: Any, block: list[Any], module: Module) -> bool:
    """Whether the second of two looks is shown to change something.

    What stands between the two and what follows the second claim different things of the same attribute.
    """
    after = block[block.index(second) + 1 : block.index(second) + 2]
    if not between or not after or not _is_claim(after[0]):
        return False
    text = module.source.segment(after[0])
    read = _texts(after[0], module)
    return all(module.source.segment(item) != text for item in between) and any(
        _is_claim(item) and not read.isdisjoint(_texts(item, module)) for item in between
    )


def _is_claim(statement: Any) -> bool:
    if isinstance(statement, ast.Assert):
        return True
    call = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(call, ast.Call) and (last_name(call.func) or "").startswith("assert")


def _texts(statement: Any, module: Module) -> set[str]:
    """The attributes that a claim looks at, as they are written; its own method is none of them."""
    call = statement.value if isinstance(statement, ast.Expr) else None
    method = call.func if isinstance(call, ast.Call) else None
    parts = (part for part in descend(statement) if isinstance(part, ast.Attribute) and part is not method)
    return {module.source.segment(part) for part in parts}
