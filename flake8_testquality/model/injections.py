"""Injections: which arguments a stack of patch decorators fills, and with which mock."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

import attrs

from flake8_testquality.model.names import dotted_text
from flake8_testquality.model.patches import Patch, bound_patch, is_default, only_configures, patches_by_node
from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

# Decorators that neither take from nor add to the positional arguments.
_TRANSPARENT = frozenset(
    "unittest.skip unittest.skipIf unittest.skipUnless unittest.expectedFailure builtins.staticmethod "
    "builtins.classmethod django.test.override_settings django.test.modify_settings django.test.tag "
    "unittest.mock.patch.dict asyncio.coroutine".split()
)

@attrs.frozen(eq=False, repr=False)
class Injection:
    """What the patch decorators on a function hand to it.

    `positional` in the order of its arguments, `named` what patch.multiple hands over by name; `certain` is false where
    a decorator that is not understood may add, take or reorder arguments.
    """

    positional: tuple[Patch, ...]
    named: dict[str, Patch]
    certain: bool


def injection_of(module: Module, node: Any) -> Injection:
    """What the patch decorators of a function and of its class hand to it.

    The lowest decorator supplies the first argument; those on the class come after those on the function, and reach
    only what is named test*. The decorators of a base class do not reach what a derived class defines.
    """
    known: dict[ast.AST, Injection] = module.fact(_injections)
    found = known.get(node)
    if found is None:
        found = known[node] = _injection(module, node)
    return found


def _injections(module: Module) -> dict[ast.AST, Injection]:
    return {}


def _injection(module: Module, node: Any) -> Injection:
    scope = module.scope_by_node[node].parent or module.scope
    owners = [node]
    certain = True
    if scope.is_class:
        owner: Any = scope.node
        if owner.decorator_list and module.says("TEST_PREFIX"):
            certain = False
        elif node.name.startswith("test"):
            owners.append(owner)
    positional: list[Patch] = []
    named: dict[str, Patch] = {}
    by_node: dict[ast.AST, Patch] = module.fact(patches_by_node)
    for owner in owners:
        home = scope if owner is node else scope.parent or module.scope
        for item in reversed(owner.decorator_list):
            patch = by_node.get(item) or bound_patch(module, item, home)
            if patch is None:
                certain = certain and _is_transparent(module, item, home)
            elif patch.is_opaque and not only_configures(patch.node):
                certain = False
            elif patch.kind == "patch.multiple":
                for word in patch.node.keywords:
                    if word.arg and is_default(module, word.value, patch.scope):
                        named[word.arg] = patch
            elif patch.injects:
                positional.append(patch)
    return Injection(tuple(positional), named, certain)


def _is_transparent(module: Module, decorator: ast.expr, scope: Scope) -> bool:
    target = decorator.func if isinstance(decorator, ast.Call) else decorator
    name = module.resolve(target, scope) or ""
    return name in _TRANSPARENT or name.startswith("pytest.mark.")


def injected_arguments(test: Test) -> list[str]:
    """The parameters that patch decorators on a test and its class supply, those of patch.multiple last."""
    if not test.node.decorator_list and (test.cls is None or not test.cls.node.decorator_list):
        return []
    found = injection_of(test.module, test.node)
    count = len(found.positional)
    return [*test.arguments[:count], *(name for name in test.arguments[count:] if name in found.named)]


def positional_arguments(module: Module, function: Any) -> list[str]:
    """The names of the arguments that a function takes by position, without self or cls."""
    names = [arg.arg for arg in (*function.args.posonlyargs, *function.args.args)]
    scope = module.scope_by_node[function].parent
    is_static = any(dotted_text(item) == "staticmethod" for item in function.decorator_list)
    return names[1:] if scope is not None and scope.is_class and not is_static else names


def filled_arguments(module: Module, function: Any, count: int) -> list[str]:
    """The names of the arguments that `count` mocks fill, in that order; empty where it cannot be told.

    A mock goes behind what the caller gives by position. A runner gives nothing so, a caller in sight what it shows.
    """
    names = positional_arguments(module, function)
    enough = len(names) <= count and function.args.vararg is None
    if enough or function.name.startswith("test") or module.fixture_around(module.scope_by_node[function]):
        return names[:count]
    given = {
        -1 if any(isinstance(item, ast.Starred) for item in call.args) else len(call.args)
        for calls in module.calls.among(frozenset([function.name])).values() for call in calls
    }
    start = given.pop() if len(given) == 1 else -1
    return names[start : start + count] if start >= 0 else []


def injected_patch(module: Module, function: Any, name: str) -> Patch | None:
    """The patch whose mock a parameter of a function receives; None where that is not certain."""
    found = injection_of(module, function)
    if name in found.named:
        return found.named[name]
    names = filled_arguments(module, function, len(found.positional))
    if name not in names:
        return None
    return found.positional[names.index(name)] if found.certain or "mock" in name else None


def missing_arguments(test: Test) -> tuple[int, int] | None:
    """(mocks handed over, arguments that can take them) where a test takes fewer than its patches hand over.

    None where a decorator may add or take arguments; `*args` takes all.
    """
    if not test.node.decorator_list and (test.cls is None or not test.cls.node.decorator_list):
        return None
    found = injection_of(test.module, test.node)
    args = test.node.args
    count = len(found.positional) + len(found.named)
    if not found.certain or not count:
        return None
    bound = 1 if test.cls is not None and not test.is_static else 0
    places = len(args.posonlyargs) + len(args.args) - bound
    if len(found.positional) > places and args.vararg is None:
        return len(found.positional), max(places, 0)
    free = args.args[max(0, bound + len(found.positional) - len(args.posonlyargs)) :]
    taken = {arg.arg for arg in (*free, *args.kwonlyargs)}
    missing = [name for name in found.named if name not in taken]
    return (count, count - len(missing)) if missing and args.kwarg is None else None
