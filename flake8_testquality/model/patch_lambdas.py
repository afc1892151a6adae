"""Lambdas put in the place of functions: which ignore what they are called with, and what they could be instead."""

from __future__ import annotations

import ast

from flake8_testquality.model.names import parameters
from flake8_testquality.model.patches import Patch
from flake8_testquality.model.rewriting import holds_comment
from flake8_testquality.model.scopes import descend
from flake8_testquality.rule import Edit


def ignored_arguments(patch: Patch) -> ast.expr | None:
    """The value of a lambda that patch or patch.object puts in place, if the lambda reads none of its arguments."""
    if patch.kind not in ("patch", "patch.object") or not isinstance(patch.new, ast.Lambda):
        return None
    names = {arg.arg for arg in parameters(patch.new)}
    body = patch.new.body
    return None if any(isinstance(part, ast.Name) and part.id in names for part in descend(body)) else body


def as_return_value(patch: Patch, value: ast.expr) -> tuple[Edit, ...]:
    """The edit that gives a patch the lambda's value as return_value; none where that may change what is tested.

    A decorator would then hand over its mock; a value that is computed anew for each call would be computed once.
    """
    node, new, module = patch.node, patch.new, patch.module
    if patch.way in ("decorator", "class decorator") or new is None or not _is_fixed(patch, value):
        return ()
    if any(item.arg in ("return_value", "side_effect", None) for item in node.keywords):
        return ()
    given = next((item for item in node.keywords if item.value is new), None)
    if given is None and node.args[-1] is not new:
        return ()
    start, end = module.source.range(given if given is not None else new)
    if holds_comment(module, start, end):
        return ()
    return (Edit(start, end, f"return_value={module.source.segment(value)}"),)


def _is_fixed(patch: Patch, value: ast.expr) -> bool:
    """Whether an expression gives the same value whenever it is computed: literals, and names bound before."""
    if isinstance(value, ast.UnaryOp):
        return _is_fixed(patch, value.operand)
    if isinstance(value, ast.Tuple):
        return all(_is_fixed(patch, item) for item in value.elts)
    if isinstance(value, ast.Name):
        found = patch.module.names.lookup(value.id, patch.scope)
        if found is None or len(found[1]) != 1:
            return False
        return found[0] is not patch.scope or getattr(found[1][0].node, "lineno", 0) < patch.node.lineno
    return isinstance(value, ast.Constant)
