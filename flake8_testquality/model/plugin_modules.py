"""Plugin modules: what the options, a file and the conftest files above it load by name, and what those load."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


def loaded_plugins(module: Module) -> tuple[list[Module], bool]:
    """The plugin modules in sight that run with a file's tests, and whether these are all; a fact.

    pytest's own plugins, such as `pytester`, are known and left out.
    """
    found: list[Module] = []
    is_complete = True
    pending = [(name, module) for name in module.project.config.plugins if not name.startswith("no:")]
    pending += [(name, home) for home in (module, *module.conftests) for name in _named(home)]
    while pending:
        name, home = pending.pop()
        plugin = module.project.module(name, home.path) if name else None
        if plugin is None:
            is_complete = is_complete and (name == "pytester" or name.startswith("_pytest."))
        elif plugin not in found:
            found.append(plugin)
            pending += [(inner, plugin) for inner in _named(plugin)]
    return found, is_complete


def _named(home: Module) -> Iterator[str]:
    """The names in a file's `pytest_plugins`; an empty one for what is no text."""
    for place in home.bindings(home.scope).get("pytest_plugins", ()):
        items = place.value.elts if isinstance(place.value, ast.List | ast.Tuple) else [place.value]
        for item in items:
            if isinstance(item, ast.Constant) and isinstance(item.value, str):
                yield from (name.strip() for name in item.value.split(","))
            else:
                yield ""
