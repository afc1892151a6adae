"""Decorators of tests: which of them are known to leave the function and its arguments as they are."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.marks import mark_of
from flake8_testquality.model.scopes import descend

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope

_NEUTRAL = frozenset(
    [
        "builtins.staticmethod",
        "builtins.classmethod",
        "unittest.skip",
        "unittest.skipIf",
        "unittest.skipUnless",
        "unittest.expectedFailure",
        "django.test.override_settings",
        "django.test.modify_settings",
        "django.test.tag",
        "django.test.skipIfDBFeature",
        "django.test.skipUnlessDBFeature",
    ]
)
_PATCHES = "unittest.mock.patch"


def is_neutral(module: Module, decorator: ast.expr, scope: Scope | None) -> bool:
    """Whether a decorator is a pytest mark, a skip or the like: what it decorates stays as it is written."""
    target = decorator.func if isinstance(decorator, ast.Call) else decorator
    name = module.resolve(target, scope) or ""
    return name in _NEUTRAL or mark_of(module, decorator, "function", scope) is not None


def is_patch(module: Module, decorator: ast.expr, scope: Scope | None) -> bool:
    """Whether a decorator is one of unittest.mock's patches."""
    target = decorator.func if isinstance(decorator, ast.Call) else decorator
    name = module.resolve(target, scope) or ""
    return name == _PATCHES or name.startswith(f"{_PATCHES}.")


def is_wrapped_below(module: Module, node: Any) -> bool:
    """Whether its name is given to something made of it: `test_x = wrap(test_x)`, `Case.test_x = wrap(Case.test_x)`."""
    if f".{node.name} = " in module.source.text:
        return True
    scope = module.scope_by_node[node].parent
    places = module.bindings(scope).get(node.name, ()) if scope is not None else ()
    made = (place.value for place in places if place.kind == "assignment") if len(places) > 1 else ()
    parts = (part for value in made if value is not None for part in descend(value))
    return any(isinstance(part, ast.Name) and part.id == node.name for part in parts)


def all_neutral(module: Module, node: Any, *, patches: bool = False) -> bool:
    """Whether every decorator of a function or class is neutral, or if `patches` says so a patch."""
    scope = module.scope_by_node[node].parent
    return not is_wrapped_below(module, node) and all(
        is_neutral(module, item, scope) or (patches and is_patch(module, item, scope)) for item in node.decorator_list
    )
