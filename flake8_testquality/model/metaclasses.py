"""Metaclasses: what runs when a class is made, or an attribute of it is set."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.classes import Lineage, lineage

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# These leave the functions of a class as they are.
_PLAIN = frozenset({"builtins.type", "abc.ABCMeta"})
_MAKERS = ("__new__", "__init__", "__prepare__", "__call__")


def runs_setter(module: Module, owner: str, attribute: str) -> bool:
    """Whether a metaclass in sight takes what an attribute of a class, by its dotted name, is given.

    By a property of that name or by `__setattr__`: where the value goes is its affair.
    """
    if module.project.path_of(owner, module.path) is not None:
        return False
    found = module.find(owner)
    if found is None or not isinstance(found[1], ast.ClassDef):
        return False
    line = next((line for _, line in _metaclasses(lineage(*found)) if line is not None), None)
    return line is not None and (line.method(attribute) is not None or line.method("__setattr__") is not None)


def may_remake(line: Lineage) -> bool:
    """Whether a metaclass of a class may put something else in the place of its functions.

    One in sight that has a hand in making the class, or one that is out of sight and unknown.
    """
    for name, found in _metaclasses(line):
        if found is None:
            if name not in _PLAIN:
                return True
        elif any(found.method(maker) is not None for maker in _MAKERS):
            return True
    return False


def _metaclasses(line: Lineage) -> Iterator[tuple[str | None, Lineage | None]]:
    """(dotted name, lineage) of each metaclass of a class and its bases; no lineage for one out of sight."""
    for home, node in line.classes:
        for keyword in node.keywords:
            if keyword.arg == "metaclass":
                dotted = home.resolve(keyword.value)
                above = home.find(dotted) if dotted is not None else (home, home.definition(keyword.value))
                known = above is not None and isinstance(above[1], ast.ClassDef)
                yield dotted, lineage(*above) if known else None  # type: ignore[misc]
