"""Effect imports: product code that a file only loads, for what loading it does to the process."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.own_code import is_product

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope


def only_loads_product(module: Module) -> bool:
    """Whether all that a file has of the product are imports at its top whose names it never reads.

    A comment behind each says that this is meant: without one the name may be a leftover.
    """
    top = _loaded(module, module.scope)
    if not top or module.names.stars or not all(_is_remarked(module, node) for node in top.values()):
        return False
    return not any(_loaded(module, scope) for scope in module.scopes[1:]) and top.keys().isdisjoint(_read(module))


def _loaded(module: Module, scope: Scope) -> dict[str, ast.AST]:
    """The names under which a scope imports from the product, each with its import."""
    return {
        name: place.node
        for name, places in module.bindings(scope).items()
        for place in places
        if place.kind == "import" and is_product(module, place.target)
    }


def _is_remarked(module: Module, node: ast.AST) -> bool:
    # no string can stand in an import
    return "#" in module.source.lines[(getattr(node, "end_lineno", None) or 1) - 1]


def _read(module: Module) -> Iterator[str]:
    return (item.id for item in module.nodes(ast.Name) if isinstance(item.ctx, ast.Load))
