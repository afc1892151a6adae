"""Held words: the names under which something stands that a test has put there itself."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import root_name
from flake8_testquality.model.scopes import Scope
from flake8_testquality.model.supplied import SET_UPS

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


def held_words(test: Test) -> set[str]:
    """The words under which something stands that a test has put there: patched names, attributes that it sets."""
    common, own = test.module.fact(_held_words)
    held = _written(test.scope) | common
    if own:
        held.update(own.get(test.node, ()))
        if test.cls is not None:
            for _, node in test.cls.lineage.classes:
                held.update(own.get(node, ()))
    return held


def _written(scope: Scope) -> set[str]:
    """The attributes that a function sets: what is read back under such a name needs the full pass."""
    return {
        target.attr
        for node in scope.statements.get(ast.Assign, ())
        for target in node.targets
        if target.__class__ is ast.Attribute and not (target.value.__class__ is ast.Name and target.value.id == "self")
    }


def patched_words(test: Test) -> set[str]:
    """The last words of what a patch may have put a mock in the place of while a test runs."""
    common, own = test.module.fact(_patched_words)
    words = common
    for node in (test.node, test.cls.node if test.cls is not None else None):
        if node in own:
            words = words | own[node]
    return words


def _patched_words(module: Module) -> tuple[set[str], dict[ast.AST, set[str]]]:
    common: set[str] = set()
    own: dict[ast.AST, set[str]] = {}
    if module.patches:
        owners = {item: scope.node for scope in module.scopes for item in getattr(scope.node, "decorator_list", ())}
        tests = {test.node for test in module.tests}
        for patch in module.patches:
            words = {(patch.target or "").rpartition(".")[2], patch.attribute or ""} - {""}
            owner = owners.get(patch.node) or next((s.node for s in patch.scope.chain() if s.node in tests), None)
            if owner is None:
                common |= words
            else:
                own.setdefault(owner, set()).update(words)
    return common, own


def _held_words(module: Module) -> tuple[set[str], dict[ast.AST, set[str]]]:
    """Patched names and attributes set by set-up.

    Those that may hold in every test of the file, and those that the patches and set-ups of one function or class
    bring.
    """
    common, patched = module.fact(_patched_words)
    common, own = set(common), {node: set(words) for node, words in patched.items()}
    for scope in module.scopes:
        if scope.is_function and scope.node.name in SET_UPS:  # type: ignore[union-attr]
            home = scope.parent
            if home is not None and home.is_class:
                own.setdefault(home.node, set()).update(_written(scope))
            else:
                common |= _written(scope)
    return common, own


def acts(scope: Scope, held: set[str]) -> dict[str, list[int]]:
    """name -> the lines on which a method of it is called, none of a held name."""
    found: dict[str, list[int]] = {}
    for call in scope.unordered_calls:
        func: Any = call.func
        if func.__class__ is ast.Attribute and func.value.__class__ is ast.Name and func.attr not in held:
            found.setdefault(func.value.id, []).append(call.lineno)
    return found


def writes(scope: Scope) -> dict[str, list[int]]:
    """name -> the lines that put something on it."""
    found: dict[str, list[int]] = {}
    for kind in (ast.Assign, ast.AugAssign, ast.AnnAssign):
        for node in scope.statements.get(kind, ()):
            for target in getattr(node, "targets", None) or [node.target]:
                root = root_name(target)
                if root is not None and target.__class__ is not ast.Name:
                    found.setdefault(root, []).append(node.end_lineno or node.lineno)
    return found
