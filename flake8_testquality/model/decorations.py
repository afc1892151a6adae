"""Decorators of functions: which leave the arguments alone, and edits that take one away or put one there."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.marks import mark_of
from flake8_testquality.model.patches import bound_patch, patches_by_node
from flake8_testquality.model.rewriting import holds_comment
from flake8_testquality.rule import Edit

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test

# Decorators known to leave the arguments to pytest as they are written.
_TRANSPARENT = frozenset(
    [
        "builtins.staticmethod", "builtins.classmethod", "freezegun.freeze_time", "time_machine.travel",
        "typing.no_type_check", "typing.final", "hypothesis.settings", "hypothesis.seed",
        "hypothesis.reproduce_failure", "hypothesis.example", "responses.activate",
        "django.test.override_settings", "django.test.modify_settings", "django.test.tag",
    ]
)


def keeps_arguments(test: Test) -> bool:
    """Whether no decorator of a test or its class may change its arguments, patches and given set apart; a fact."""
    module = test.module
    if not all(leaves_arguments(module, item, test.scope.parent or module.scope) for item in test.node.decorator_list):
        return False
    owner = test.cls
    while owner is not None:
        home = owner.scope.parent or module.scope
        if not all(leaves_arguments(module, item, home) for item in owner.node.decorator_list):
            return False
        owner = owner.outer
    return True


def leaves_arguments(module: Module, decorator: ast.expr, scope: Scope) -> bool:
    """Whether a decorator is a mark, a patch, hypothesis or another one that is known not to touch the arguments."""
    if mark_of(module, decorator, "function", scope) is not None:
        return True
    name = module.resolve(decorator.func if isinstance(decorator, ast.Call) else decorator, scope) or ""
    if name in _TRANSPARENT or name.startswith(("unittest.skip", "unittest.expectedFailure", "hypothesis.given")):
        return True
    if name == "unittest.mock.patch.dict":
        return True
    return module.fact(patches_by_node).get(decorator) is not None or bound_patch(module, decorator, scope) is not None


def without_decorator(module: Module, function: Any, decorator: ast.expr) -> tuple[Edit, ...]:
    """The edit that takes a decorator and its line away; none if it shares the line or holds a comment."""
    if decorator not in function.decorator_list:
        return ()
    text = module.source.text
    first, last = module.source.range(decorator)
    start = text.rfind("\n", 0, first) + 1
    end = text.find("\n", last)
    before = text[start:first].strip()
    if end < 0 or before != "@" or holds_comment(module, start, end) or text[last:end].strip():
        return ()
    return (Edit(start, end + 1, ""),)


def with_decorator(module: Module, function: Any, text: str) -> Edit:
    """The edit that puts a decorator right above a definition."""
    start = module.source.offset(function.lineno, 0)
    line = module.source.lines[function.lineno - 1]
    indent = line[: len(line) - len(line.lstrip())]
    return Edit(start, start, f"{indent}@{text}\n")
