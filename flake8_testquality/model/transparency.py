"""Transparency: arguments of a call, and calls that only hand on what goes in."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.evaluation import evaluate, union
from flake8_testquality.model.origins import CONFIGURED, PRODUCT, STDLIB, UNKNOWN, Origin, Value, is_reading

if TYPE_CHECKING:
    from flake8_testquality.model.flow import Flow


def arguments_of(flow: Flow, node: ast.Call) -> list[tuple[str | None, Value]]:
    """The arguments of a call: (keyword, value); None for a positional one, the empty string behind two stars."""
    found: list[tuple[str | None, Value]] = [(None, evaluate(flow, item)) for item in node.args]
    for item in node.keywords:
        value = evaluate(flow, item.value)
        spread = item.arg is None and value.kind == "container" and value.closed and value.parts is not None
        if spread and all(isinstance(key[1], str) for key in value.parts or ()):
            # Only what is in it goes in.
            found.extend((str(key[1]), part) for key, part in (value.parts or {}).items())
        else:
            found.append((item.arg or "", value))
    return found


def transparent(
    flow: Flow, node: ast.AST, values: list[Value], origins: Origin = STDLIB, *, frozen: bool = False
) -> Value:
    """A call that only hands on what goes in; handed product values may run product code."""
    if any(flow.origins(value) & PRODUCT and not is_reading(value) for value in values):
        flow.product_call(values)
    found = union(flow, node, values, origins, frozen=frozen)
    found.origins &= ~CONFIGURED
    if any(value.kind == "patcher" for value in values):
        # whoever is given a patch may enter it, and hand on what it has put in place
        found.origins |= UNKNOWN
    return found
