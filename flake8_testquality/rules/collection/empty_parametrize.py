"""TQ110."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.calls import Call
    from flake8_testquality.model.module import Module


@rule(
    code="TQ110",
    profile="core",
    words=("parametrize",),
    message="parametrize over an empty {kind} skips the test: give it a case, or delete it",
    peers=("FG C45",),
    calls=("pytest.mark.parametrize",),
    bad='''
        import pytest


        @pytest.mark.parametrize("name", [])  # TQ110
        def test_total(name):
            assert find_cart(name).total == 42
    ''',
    good='''
        import pytest


        @pytest.mark.parametrize("name", ["book", "pen"])
        def test_total(name):
            assert find_cart(name).total == 42
    ''',
)
def empty_parametrize(call: Call, module: Module) -> Iterator[Finding]:
    """Without a case there is nothing to run: pytest skips the test and says so to nobody.

    Allowed: empty_parameter_set_mark in the configuration, since then somebody has thought of it.
    """
    cases = call.argument(1, "argvalues")
    if isinstance(cases, ast.List | ast.Tuple) and not cases.elts:
        if module.project.config.empty_parameter_set_mark:
            return
        yield Finding(call, kind="list" if isinstance(cases, ast.List) else "tuple")
