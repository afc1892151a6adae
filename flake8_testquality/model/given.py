"""hypothesis: what `@given` hands to a test, which of its settings say little, which objects are strategies."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.calls import Call
from flake8_testquality.model.names import last_name

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test

_GIVEN = "hypothesis.given"
_DRAWING = frozenset({"example"})
HEALTH_CHECKS = frozenset(
    [
        "data_too_large", "filter_too_much", "too_slow", "large_base_example", "function_scoped_fixture",
        "differing_executors", "nested_given", "return_value", "not_a_test_method",
    ]
)
# Those that speak of a test's speed and data: without them nothing says that a property was hardly tested.
_LIVE_CHECKS = frozenset(
    [
        "data_too_large", "filter_too_much", "too_slow", "large_base_example", "function_scoped_fixture",
        "differing_executors",
    ]
)


def given_calls(test: Test) -> list[ast.Call]:
    """The `@given(...)` decorators of a test; a fact."""
    return [item for item, name in test.decorators if name == _GIVEN and isinstance(item, ast.Call)]


def given_arguments(test: Test) -> frozenset[str] | None:
    """The arguments that `@given` fills: by keyword, or from the right; None where that cannot be told; a fact."""
    filled: set[str] = set()
    for call in test.fact(given_calls):
        if any(item.arg is None for item in call.keywords) or any(isinstance(item, ast.Starred) for item in call.args):
            return None
        filled.update(item.arg for item in call.keywords if item.arg)
        args = test.node.args
        positional = [*args.posonlyargs, *args.args]
        if call.args and isinstance(call.args[0], ast.Constant) and call.args[0].value is Ellipsis:
            # every argument with a type and without a default
            open_ones = [*positional[: len(positional) - len(args.defaults)], *args.kwonlyargs]
            filled.update(arg.arg for arg in open_ones if arg.annotation is not None)
        elif call.args:
            filled.update(arg.arg for arg in positional[-len(call.args) :])
    return frozenset(filled)


def is_suppressed(test: Test, check: str) -> bool:
    """Whether settings on the test suppress a health check, or suppress what cannot be told."""
    for item, name in test.decorators:
        if name == "hypothesis.given":
            continue
        if name != "hypothesis.settings" or not isinstance(item, ast.Call):
            if name is None and "settings" in (last_name(getattr(item, "func", item)) or "").lower():
                return True
            continue
        if item.args or any(word.arg is None for word in item.keywords):
            return True
        for word in item.keywords:
            if word.arg == "suppress_health_check":
                named = named_checks(word.value)
                if named is None or check in named:
                    return True
    return False


def named_checks(node: ast.expr) -> set[str] | None:
    """The health checks that a list names, all of them for `list(HealthCheck)`; None where that cannot be told."""
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        if any(isinstance(item, ast.Starred) and last_name(item.value) == "HealthCheck" for item in node.elts):
            return set(HEALTH_CHECKS)
        names = [last_name(item) for item in node.elts]
        return {name for name in names if name} if all(name in HEALTH_CHECKS for name in names) else None
    if isinstance(node, ast.Call):
        owner = node.func.value if isinstance(node.func, ast.Attribute) else None
        if last_name(node.func) == "all" and last_name(owner) == "HealthCheck":
            return set(HEALTH_CHECKS)
        if last_name(node.func) in ("list", "tuple", "set") and node.args and last_name(node.args[0]) == "HealthCheck":
            return set(HEALTH_CHECKS)
    if isinstance(node, ast.ListComp) and last_name(node.generators[0].iter) == "HealthCheck":
        is_all = len(node.generators) == 1 and not node.generators[0].ifs and isinstance(node.elt, ast.Name)
        return set(HEALTH_CHECKS) if is_all else None
    return None


def weak_setting(call: Call) -> tuple[str, str] | None:
    """(fact, remedy) for a `settings(...)` call that leaves a property hardly tested; None for a sound one."""
    tried = call.keyword("max_examples")
    if isinstance(tried, ast.Constant) and tried.value == 1 and tried.value is not True:
        return "max_examples=1 tests one value", "let hypothesis try more, or write a plain test"
    suppressed = call.keyword("suppress_health_check")
    if suppressed is not None and (named := named_checks(suppressed)) is not None and named >= _LIVE_CHECKS:
        return "every health check is suppressed", "suppress the one that fired, or make the strategy smaller"
    return None


def function_scoped(test: Test) -> Iterator[str]:
    """The fixtures under `@given` that pytest makes once a test, so that all examples share one."""
    from flake8_testquality.model.fixture_graph import scope_of_name

    filled = test.fact(given_arguments)
    if filled is None or is_suppressed(test, "function_scoped_fixture"):
        return
    for name in test.fixture_names:
        if name in filled or name == "request" or name.startswith("_"):
            continue
        if scope_of_name(test.module, name, test.cls) == "function":
            yield name


def drawn_examples(test: Test) -> Iterator[ast.Call]:
    """The calls in a test of a strategy's `example()`."""
    calls = test.module.calls.among(_DRAWING)
    for scope in test.scopes if calls else ():
        for call in calls.get(scope, ()):
            func = call.func
            if isinstance(func, ast.Attribute) and not call.args and is_strategy(test.module, func.value, scope):
                yield call


def is_strategy(module: Module, node: ast.expr, scope: Scope, depth: int = 0) -> bool:
    """Whether an expression is a strategy for certain: made by hypothesis.strategies, or a name bound to one."""
    if depth > 5:
        return False
    if isinstance(node, ast.Call):
        name = module.resolve(node.func, scope) or ""
        if name.startswith(("hypothesis.strategies.", "hypothesis.extra.")):
            return True
        if isinstance(node.func, ast.Attribute) and node.func.attr in ("map", "filter", "flatmap"):
            return is_strategy(module, node.func.value, scope, depth + 1)
        made: Any = module.definition(node.func, scope)
        return made is not None and any(
            module.resolve(getattr(item, "func", item)) == "hypothesis.strategies.composite"
            for item in getattr(made, "decorator_list", ())
        )
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return is_strategy(module, node.left, scope, depth + 1) or is_strategy(module, node.right, scope, depth + 1)
    if isinstance(node, ast.Name):
        found = module.names.lookup(node.id, scope)
        if found is not None and len(found[1]) == 1 and found[1][0].value is not None:
            return is_strategy(module, found[1][0].value, found[0], depth + 1)
    return False
