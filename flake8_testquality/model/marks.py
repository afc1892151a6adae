"""Marks: pytest's marks on functions, classes and modules, in whatever way they are written."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

Place: TypeAlias = Literal["function", "class", "module", "case"]


@attrs.frozen(eq=False, repr=False)
class Mark:
    """A pytest mark: `node` is the decorator or list element, `call` its call if it has one."""

    name: str
    node: ast.expr
    call: ast.Call | None
    place: Place

    @property
    def args(self) -> list[ast.expr]:
        """The positional arguments."""
        return self.call.args if self.call else []

    def keyword(self, name: str) -> ast.expr | None:
        """The value of a keyword argument."""
        if self.call is None:
            return None
        return next((item.value for item in self.call.keywords if item.arg == name), None)


def mark_of(module: Module, node: ast.expr, place: Place, scope: Scope | None = None) -> Mark | None:
    """The pytest mark that an expression stands for: `pytest.mark.x`, `mark.x(...)`, or a name bound to one."""
    call = node if isinstance(node, ast.Call) else None
    while call is not None and isinstance(call.func, ast.Call):
        # `pytest.mark.parametrize(...)(...)` and the like: the inner call holds the mark.
        call = node = call.func
    target = call.func if call else node
    home = scope or module.scope
    dotted = module.resolve(target, home)
    if dotted is None and isinstance(target, ast.Name):
        found = module.names.lookup(target.id, home)
        value = found[1][0].value if found and len(found[1]) == 1 else None
        if found and isinstance(value, ast.Call):
            call, dotted = value, module.resolve(value.func, found[0])
    if dotted is None or not dotted.startswith("pytest.mark."):
        return None
    return Mark(dotted.removeprefix("pytest.mark.").partition(".")[0], node, call, place)


def marks_of_list(module: Module, scope: Scope, place: Place) -> list[Mark]:
    """The marks of a scope's `pytestmark`, a mark or a list of them."""
    found: list[Mark] = []
    for binding in module.bindings(scope).get("pytestmark", ()):
        value = binding.value
        items = value.elts if isinstance(value, ast.List | ast.Tuple) else [value] if value is not None else []
        found.extend(mark for item in items if (mark := mark_of(module, item, place, scope)))
    return found


def decorator_marks(module: Module, node: Any, place: Place, scope: Scope | None) -> list[Mark]:
    """The marks among a definition's decorators, the topmost first."""
    return [mark for item in node.decorator_list if (mark := mark_of(module, item, place, scope))]


def module_marks(module: Module) -> list[Mark]:
    """The marks that `pytestmark` puts on the whole module."""
    return marks_of_list(module, module.scope, "module")


def indirect_names(mark: Mark) -> list[str]:
    """Of a parametrize mark's arguments, those whose values a fixture of that name is given."""
    given = mark.args[2] if len(mark.args) > 2 else mark.keyword("indirect")
    if given is None or (isinstance(given, ast.Constant) and not given.value):
        return []
    if isinstance(given, ast.List | ast.Tuple):
        return [item.value for item in given.elts if isinstance(item, ast.Constant) and isinstance(item.value, str)]
    return parametrized_names(mark)


def parametrized_names(mark: Mark) -> list[str]:
    """The argument names of a parametrize mark: a comma string, a list or tuple of strings, or `argnames=`."""
    names = mark.args[0] if mark.args else mark.keyword("argnames")
    if isinstance(names, ast.Constant) and isinstance(names.value, str):
        return [word.strip() for word in names.value.split(",") if word.strip()]
    if isinstance(names, ast.List | ast.Tuple):
        return [item.value for item in names.elts if isinstance(item, ast.Constant) and isinstance(item.value, str)]
    return []
