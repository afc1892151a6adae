"""Factories: the model factories of a project (factory_boy classes, model_bakery recipes) and what they make."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

import attrs

from flake8_testquality.model.names import last_name

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope

_FILE_STEMS = ("factor", "recipe", "conftest", "fixture", "model_maker")
_RECIPES = frozenset({"model_bakery.recipe.Recipe", "model_mommy.recipe.Recipe", "model_bakery.recipe.foreign_key"})
_MAX_FILES = 60
_MAX_BASES = 5


@attrs.frozen
class Factory:
    """A factory: its name, and the model that it makes by its last name and, where it is known, its dotted name."""

    name: str
    model: str
    dotted: str
    is_django: bool


def factories(module: Module) -> dict[str, list[Factory]]:
    """Last name of a model -> the factories of the project that make it; a fact."""
    found: dict[str, list[Factory]] = {}
    for home in _homes(module):
        for factory in home.fact(_defined):
            found.setdefault(factory.model, []).append(factory)
    return found


def _homes(module: Module) -> Iterator[Module]:
    yield module
    yield from module.conftests
    project, folder = module.project, os.path.dirname(module.path)
    for path in project.once(("factory files", folder), lambda: _factory_files(module)):
        home = project.module_at(path)
        if home is not None:
            yield home


def _factory_files(module: Module) -> list[str]:
    """The files near a module whose names say that they hold factories."""
    return list(islice(filter(_speaks_of_factories, module.project.modules_near(module.path)), _MAX_FILES))


# Every folder of tests looks at the same files again.
@lru_cache(maxsize=10_000)
def _speaks_of_factories(path: str) -> bool:
    place = os.sep.join(path.split(os.sep)[-2:]).lower()
    return any(stem in place for stem in _FILE_STEMS)


def _defined(module: Module) -> list[Factory]:
    text = module.source.text
    if "factory" not in text and "recipe" not in text:
        return []
    found = []
    for item in module.classes:
        family = _family(module, item.node, 0)
        model = _model_of(module, item.scope) if family is not None else None
        if model is not None:
            found.append(Factory(item.name, *model, is_django=family == "django"))
    for node in module.scope.statements.get(ast.Assign, ()):
        value = node.value
        if isinstance(value, ast.Call) and value.args and module.resolve(value.func) in _RECIPES:
            name, dotted = _named(module, value.args[0], module.scope)
            if name and isinstance(node.targets[0], ast.Name):
                found.append(Factory(node.targets[0].id, name, dotted, is_django=True))
    return found


def _family(module: Module, node: ast.ClassDef, depth: int) -> str | None:
    """Which kind of factory a class is, `django` or `other`; None for no factory."""
    for base in node.bases:
        base = base.value if isinstance(base, ast.Subscript) else base
        dotted = module.resolve(base) or ""
        if dotted.startswith("factory."):
            return "django" if "django" in dotted or "Django" in dotted else "other"
        local: Any = module.definition(base)
        if isinstance(local, ast.ClassDef) and depth < _MAX_BASES:
            return _family(module, local, depth + 1)
        found = module.find(dotted) if dotted and depth < _MAX_BASES and "builtins" not in dotted else None
        if found is not None and isinstance(found[1], ast.ClassDef):
            return _family(found[0], found[1], depth + 1)
    return None


def _model_of(module: Module, scope: Scope) -> tuple[str, str] | None:
    for inner in scope.children:
        if inner.is_class and inner.node.name == "Meta":  # type: ignore[union-attr]
            for place in module.bindings(inner).get("model", ()):
                if place.value is not None:
                    name, dotted = _named(module, place.value, inner)
                    return (name, dotted) if name else None
    return None


def _named(module: Module, node: ast.expr, scope: Scope) -> tuple[str, str]:
    """(last name, dotted name or nothing) of a model: a class, `app.Model`, the user model in its several forms."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value.rpartition(".")[2], ""
    if isinstance(node, ast.Call):
        return ("User", "") if last_name(node.func) == "get_user_model" else ("", "")
    if isinstance(node, ast.Name) and is_user_model(module, node.id, scope):
        return "User", ""
    name = last_name(node) or ""
    if name == "AUTH_USER_MODEL":
        return "User", ""
    dotted = module.resolve(node, scope) or ""
    return name if not dotted else dotted.rpartition(".")[2], dotted


def is_user_model(module: Module, name: str, scope: Scope) -> bool:
    """Whether a name stands for what get_user_model() gave."""
    found = module.names.lookup(name, scope)
    value = found[1][0].value if found is not None and len(found[1]) == 1 else None
    return isinstance(value, ast.Call) and last_name(value.func) == "get_user_model"


def factory_for(module: Module, model: ast.expr, scope: Scope) -> Factory | None:
    """The factory of the project for the model that an expression names; None where there is none."""
    name, dotted = _named(module, model, scope)
    known = module.fact(factories).get(name, ())
    for factory in known:
        if not dotted or not factory.dotted or dotted == factory.dotted or _is_same_app(dotted, factory.dotted):
            return factory
    return None


def _is_same_app(left: str, right: str) -> bool:
    """Whether two dotted names of one last name may be one model, under a re-export or a relative import."""
    first, second = left.lstrip(".").split("."), right.lstrip(".").split(".")
    if left.startswith(".") or right.startswith("."):
        return True
    return first[0] == second[0] and (set(first[1:-1]) <= set(second) or set(second[1:-1]) <= set(first))


__all__ = ["Factory", "factories", "factory_for", "is_user_model"]
