"""Self-raised: tests that raise, themselves, the exception that they then expect or catch."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import root_name
from flake8_testquality.model.origins import PRODUCT
from flake8_testquality.model.provenance import each, origins
from flake8_testquality.model.raises import expectation
from flake8_testquality.model.scopes import descend, flat
from flake8_testquality.model.specimens import is_of_runner
from flake8_testquality.model.stdlib_purity import is_standard

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test

_QUIET_DECORATORS = ("pytest.mark.", "unittest.", "builtins.")


def raises_itself(assertion: Assertion) -> ast.expr | None:
    """The exception that a raises block raises by itself and expects; None where something under test stands
    between.
    """
    if assertion.kind != "raises":
        return None
    if assertion.block is None:
        return _raised_by_callable(assertion)
    if len(assertion.statement.items) != 1:
        return None
    if assertion.name.rpartition(".")[2] == "assertRaisesMessage" and assertion.module.project.is_first_party("django"):
        return None
    module, scope = assertion.module, assertion.scope
    thrown = _thrown(assertion.block, module, scope)
    if thrown is None or is_wrapped(assertion.test) or is_of_runner(assertion.test):
        return None
    raised = _class_of(thrown)
    if not is_builtin(module, scope, raised) and _is_fed(thrown, assertion.test):
        return None
    expected = next((item for item in assertion.expected_exceptions if _same_class(module, scope, raised, item)), None)
    if expected is None:
        return None
    inspected = assertion.call is not None and (
        len(assertion.call.args) > 1 or any(word.arg != "expected_exception" for word in assertion.call.keywords)
    )
    inspected = inspected or _is_read_later(assertion)
    if inspected and (not is_builtin(module, scope, expected) or _feeds_product(assertion)):
        return None
    return expected


def _raised_by_callable(assertion: Assertion) -> ast.expr | None:
    """The exception that `raises(E, function)` expects, where the function of the test is nothing but its raise."""
    known = expectation(assertion)
    if known is None or known.form != "call" or known.match is not None or not isinstance(known.target, ast.Name):
        return None
    module, scope = assertion.module, assertion.scope
    if known.call.keywords or known.call.args[-1] is not known.target or is_wrapped(assertion.test):
        return None
    thrown = _only_raise(ast.Call(known.target, [], []), module, scope)
    if not isinstance(thrown, ast.Raise) or thrown.exc is None or is_of_runner(assertion.test):
        return None
    raised = _class_of(thrown.exc)
    if not is_builtin(module, scope, raised) and _is_fed(thrown.exc, assertion.test):
        return None
    if not isinstance(assertion.statement, ast.Expr):
        # what was caught is looked at
        return None
    return next((item for item in known.classes if _same_class(module, scope, raised, item)), None)


def _feeds_product(assertion: Assertion) -> bool:
    """Whether what was caught goes on into code under test."""
    later = (item for item in assertion.test.assertions if item is not assertion)
    return _is_read_later(assertion) and any(origins(item) & PRODUCT for item in later)


def _is_read_later(assertion: Assertion) -> bool:
    return isinstance(assertion.bound, ast.Name) and assertion.bound.id in assertion.test.names_read


def is_wrapped(test: Test) -> bool:
    """Whether a decorator that is no mark stands around the test: it may handle the exception."""
    return any(name is None or not name.startswith(_QUIET_DECORATORS) for name in test.decorator_names)


def _class_of(thrown: ast.expr) -> ast.expr:
    """The class of what is raised: the exception itself may be made beside `raise`."""
    return thrown.func if isinstance(thrown, ast.Call) else thrown


def _is_fed(thrown: ast.expr, test: Test) -> bool:
    """Whether the constructor is given a fixture, a part of something or an answer, so that it may do things to it."""
    if not isinstance(thrown, ast.Call):
        return False
    given = (*thrown.args, *(word.value for word in thrown.keywords))
    return any(
        isinstance(part, ast.Attribute | ast.Call) or (isinstance(part, ast.Name) and part.id in test.arguments)
        for item in given
        for part in descend(item)
    )


def _thrown(block: list[Any], module: Module, scope: Scope) -> ast.expr | None:
    """The exception that a block raises, after nothing but literals."""
    for statement in block[:-1]:
        if not (isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant)):
            return None
    last = block[-1]
    if isinstance(last, ast.Expr):
        last = _only_raise(last.value, module, scope)
    if not isinstance(last, ast.Raise) or last.exc is None:
        return None
    return _made_before(last.exc, module, scope) or last.exc


def _made_before(node: ast.expr, module: Module, scope: Scope) -> ast.expr | None:
    """The call that made what a name raises, where nothing but `raise` has had it: `error = SoldOut(); raise error`."""
    if not isinstance(node, ast.Name):
        return None
    places = module.bindings(scope).get(node.id, ())
    value = places[0].value if len(places) == 1 else None
    if not isinstance(value, ast.Call):
        return None
    reads = [item for item in scope.nodes(ast.Name) if item.id == node.id and isinstance(item.ctx, ast.Load)]
    return value if reads == [node] else None


def _only_raise(node: ast.expr, module: Module, scope: Scope) -> Any:
    """The raise that an own function called without arguments consists of."""
    call = node.value if isinstance(node, ast.Await) else node
    if not isinstance(call, ast.Call) or call.args or call.keywords:
        return None
    function = module.definition(call.func, scope)
    if (
        not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        or function.decorator_list
        or len(function.body) != 1
    ):
        return None
    return function.body[0]


def _same_class(module: Module, scope: Scope, first: ast.expr, second: ast.expr) -> bool:
    one, other = module.resolve(first, scope), module.resolve(second, scope)
    if one is not None or other is not None:
        return one == other
    local = module.definition(first, scope)
    return local is not None and local is module.definition(second, scope)


def is_builtin(module: Module, scope: Scope, node: ast.expr) -> bool:
    """Whether an exception class is a built-in or the standard library's."""
    name = module.resolve(node, scope)
    return name is not None and is_standard(name)


def catches_itself(test: Test, node: ast.Try) -> bool:
    """Whether a try raises an exception itself and its handlers hold the test's only assertions, on nothing else."""
    found = test.assertions
    if not found or is_wrapped(test):
        return False
    thrown = _thrown(node.body, test.module, test.scope)
    if thrown is None:
        return False
    raised = _class_of(thrown)
    if not any(_catches(test.module, test.scope, raised, handler) for handler in node.handlers):
        return False
    inside = {statement for handler in node.handlers for statement in flat(handler.body)}
    checks = [item for item in found if item.kind != "fail"]
    asserting = {item.statement for item in checks}
    if any(isinstance(item, ast.Expr) and _calls(item.value) and item not in asserting for item in inside):
        # it may look at the exception that is being handled
        return False
    if not checks or not all(item.statement in inside for item in checks):
        return False
    return not any(_looks_at_product(item) for item in checks) or (
        is_builtin(test.module, test.scope, raised) and all(_looks_only_at(node, item) for item in checks)
    )


def _calls(node: ast.expr) -> bool:
    return isinstance(node.value if isinstance(node, ast.Await) else node, ast.Call)


def _looks_at_product(assertion: Assertion) -> bool:
    seen = each(assertion)
    if assertion.kind not in ("assert", "unittest") or not seen:
        return bool(origins(assertion) & PRODUCT)
    return any(part & PRODUCT for part in seen)


def _looks_only_at(node: ast.Try, assertion: Assertion) -> bool:
    names = {handler.name for handler in node.handlers}
    return all(isinstance(item, ast.Constant) or root_name(item) in names for item in assertion.operands)


def _catches(module: Module, scope: Scope, raised: ast.expr, handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(
        _same_class(module, scope, raised, item)
        or module.resolve(item, scope) in ("builtins.Exception", "builtins.BaseException")
        for item in caught
    )
