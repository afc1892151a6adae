"""Proven patches: assertions that only show that a patch is in place, before the code runs that the patch is for."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.provenance import surely_product
from flake8_testquality.model.scopes import calls_in

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion


def proves_patch(assertion: Assertion) -> bool:
    """Whether the block of an assertion on a patched name goes on with an act, and the test asserts on the product."""
    tests = assertion.test.assertions
    if not any(surely_product(later) for later in tests[tests.index(assertion) + 1 :]):
        return False
    around = next(iter(assertion.module.enclosing(assertion.statement)), None)
    block: list[ast.stmt] = getattr(around, "body", [])
    checking = {item.statement for item in tests}
    following = block[block.index(assertion.statement) + 1 :] if assertion.statement in block else []
    return any(
        isinstance(item, ast.Assign | ast.Expr) and item not in checking and bool(calls_in(item)) for item in following
    )
