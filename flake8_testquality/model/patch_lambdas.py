"""Lambdas put in the place of functions: which ignore what they are called with, and what they could be instead."""

from __future__ import annotations

import ast

from flake8_testquality.model.names import definition, last_name, parameters
from flake8_testquality.model.patches import Patch
from flake8_testquality.model.rewriting import holds_comment
from flake8_testquality.model.scopes import descend
from flake8_testquality.rule import Edit

# Built-in functions that give something else, or something fresh, for each call.
_ANEW = frozenset(f"builtins.{word}" for word in "next input open".split())


def ignored_arguments(patch: Patch) -> ast.expr | None:
    """The value of a lambda that patch or patch.object puts in place, if the lambda reads none of its arguments."""
    if patch.kind not in ("patch", "patch.object") or not isinstance(patch.new, ast.Lambda):
        return None
    names = {arg.arg for arg in parameters(patch.new)}
    body = patch.new.body
    parts = list(descend(body))
    if any(isinstance(part, ast.Name) and part.id in names for part in parts):
        return None
    return None if any(_is_computed(patch, part) for part in parts) else body


def _is_computed(patch: Patch, node: ast.AST) -> bool:
    """Whether an expression asks for something that may have changed between two calls; making an object is none.

    So does one that cannot be computed before the call: a division by zero is there to raise.
    """
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div | ast.FloorDiv | ast.Mod):
        return isinstance(node.right, ast.Constant) and node.right.value in (0, False)
    if isinstance(node, ast.Call):
        is_class = (last_name(node.func) or "")[:1].isupper()
        called = patch.module.resolve(node.func, patch.scope) or ""
        return not is_class and (not called.startswith("builtins.") or called in _ANEW)
    return isinstance(node, ast.Subscript | ast.Await | ast.NamedExpr | ast.Yield | ast.YieldFrom)


def as_return_value(patch: Patch, value: ast.expr) -> tuple[Edit, ...]:
    """The edit that gives a patch the lambda's value as return_value; none where that may change what is tested.

    A decorator would then hand over its mock; a value that is computed anew for each call would be computed once.
    """
    node, new, module = patch.node, patch.new, patch.module
    if patch.way in ("decorator", "class decorator") or new is None or not _is_fixed(patch, value):
        return ()
    if isinstance(_replaced_function(patch), ast.AsyncFunctionDef):  # patch would put an AsyncMock there
        return ()
    if (patch.attribute or patch.target or "").rpartition(".")[2].startswith("__"):
        return ()
    if any(item.arg in ("return_value", "side_effect", None) for item in node.keywords):
        return ()
    given = next((item for item in node.keywords if item.value is new), None)
    if given is None and not (node.args[-1] is new and len(node.args) > 1 and _is_bare(patch, node.args[-2], new)):
        return ()
    start, end = module.source.range(given if given is not None else new)
    if holds_comment(module, start, end):
        return ()
    return (Edit(start, end, f"return_value={module.source.segment(value)}"),)


def _replaced_function(patch: Patch) -> ast.AST | None:
    """The first-party function that is replaced, where it is in sight."""
    module = patch.module
    owner = module.definition(patch.owner, patch.scope) if patch.owner is not None else None
    if isinstance(owner, ast.ClassDef) and owner in module.scope_by_node:
        method: ast.AST | None = definition(module.bindings(module.scope_by_node[owner]).get(patch.attribute or "", []))
        return method
    found = module.find(patch.replaced) if patch.replaced else None
    return found[1] if found is not None else None


def _is_bare(patch: Patch, before: ast.expr, node: ast.expr) -> bool:
    """Whether no parenthesis opens between two arguments."""
    source = patch.module.source
    return "(" not in source.text[source.range(before)[1] : source.range(node)[0]]


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
