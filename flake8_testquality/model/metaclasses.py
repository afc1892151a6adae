"""Metaclasses: what runs when a class attribute is set."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.classes import lineage

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


def runs_setter(module: Module, owner: str, attribute: str) -> bool:
    """Whether a metaclass in sight takes what an attribute of a class, by its dotted name, is given.

    By a property of that name or by `__setattr__`: where the value goes is its affair.
    """
    if module.project.path_of(owner, module.path) is not None:
        return False
    found = module.find(owner)
    if found is None or not isinstance(found[1], ast.ClassDef):
        return False
    for home, node in lineage(*found).classes:
        for keyword in node.keywords:
            if keyword.arg == "metaclass":
                dotted = home.resolve(keyword.value)
                above = home.find(dotted) if dotted is not None else (home, home.definition(keyword.value))
                if above is not None and isinstance(above[1], ast.ClassDef):
                    line = lineage(*above)
                    return line.method(attribute) is not None or line.method("__setattr__") is not None
    return False
