"""Out of sight: what a function of the tests calls or enters that nothing in sight defines, so that it may check."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model import checkers
from flake8_testquality.model.callees import Unit, is_own_object, method_above, owner_around, targets
from flake8_testquality.model.classes import lineage

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope


def leads_out_of_sight(unit: Unit, scope: Scope) -> bool:
    """Whether one of a function's scopes enters or calls what may check, for all that can be seen."""
    return _enters_unknown(unit[0], scope) or _asks_unknown(unit, scope) or _hands_case(unit, scope)


def _asks_unknown(unit: Unit, scope: Scope) -> bool:
    """Whether a method is called that only a base out of sight can define, or a field that its maker fills."""
    owner = unit[2]
    if owner is None:
        return False
    line = lineage(*owner)
    for func in _called(scope):
        if not isinstance(func, ast.Attribute) or not is_own_object(func.value):
            continue
        if isinstance(func.value, ast.Call):
            around = owner_around(unit[0], scope)
            if around is not None and not line.is_resolved and method_above(line, func.attr, around[1]) is None:
                return True
            continue
        if line.method(func.attr) is not None:
            continue
        given = line.attribute(func.attr)
        if given is None and not line.is_resolved:
            return True
        # a field that is only declared holds what the object was made with
        if given is not None and isinstance(given[1].node, ast.AnnAssign) and given[1].value is None:
            return not any(targets(unit[0], func, scope, owner, called=True))
    return False


def _hands_case(unit: Unit, scope: Scope) -> bool:
    """Whether a test case hands itself, and so its assert methods, to an imported function that is out of sight."""
    module, _, owner = unit
    if owner is None:
        return False
    for call in scope.calls:
        if not any(isinstance(item, ast.Name) and is_own_object(item) for item in call.args):
            continue
        dotted = module.resolve(call.func, scope)
        if dotted is None or checkers.is_inert(dotted) or module.find(dotted) is not None:
            continue
        if lineage(*owner).case_family is not None:
            return True
    return False


def _called(scope: Scope) -> Iterator[ast.expr]:
    """What a scope calls, by a name that it gives it too: `eq = self.assert_same`."""
    names = set()
    for call in scope.calls:
        yield call.func
        if isinstance(call.func, ast.Name):
            names.add(call.func.id)
    for node in scope.statements.get(ast.Assign, ()):
        if any(isinstance(target, ast.Name) and target.id in names for target in node.targets):
            yield node.value


def _enters_unknown(module: Module, scope: Scope) -> bool:
    """Whether a with statement enters something imported that is out of sight and not known to be harmless."""
    for kind in (ast.With, ast.AsyncWith):
        for node in scope.statements.get(kind, ()):
            for item in node.items:
                call = item.context_expr
                dotted = module.resolve(call.func, scope) if isinstance(call, ast.Call) else None
                if dotted is not None and not checkers.is_inert(dotted) and _is_foreign(module, dotted):
                    return True
    return False


def _is_foreign(module: Module, dotted: str) -> bool:
    """Whether a name is nobody's of the project."""
    return not dotted.startswith(".") and not module.project.is_first_party(dotted, module.path)
