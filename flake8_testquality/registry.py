"""Every rule of the package, sorted by code, found by importing rules.*: there is no list to edit."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from flake8_testquality import rules
from flake8_testquality.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Import every module under rules/ and collect its Rule values, sorted by code."""
    found: dict[str, Rule] = {}
    for info in pkgutil.walk_packages(rules.__path__, f"{rules.__name__}."):
        if info.ispkg:
            continue
        for value in vars(importlib.import_module(info.name)).values():
            if isinstance(value, Rule) and found.setdefault(value.code, value) is not value:
                raise ValueError(f"{value.code} is the code of both {found[value.code].name} and {value.name}")
    return tuple(sorted(found.values(), key=lambda rule: rule.code))


def rule_named(word: str) -> Rule | None:
    """The rule of a code (`TQ204`) or a name (`self-comparison`), in any case."""
    wanted = word.strip().lower()
    return next((rule for rule in all_rules() if wanted in (rule.code.lower(), rule.name)), None)
