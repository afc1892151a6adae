"""TQ117."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.skips import runs_nothing_more, skips_of
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

@rule(
    code="TQ117",
    profile="recommended",
    words=("skip", "Skip"),
    message="`{name}` always ends this test here, so the lines below never run: delete them, or give it a condition",
    peers=("FG C43",),
    bad='''
        import pytest


        def test_total(cart):
            pytest.skip("fails since the new tax")  # TQ117
            assert cart.total == 42
    ''',
    good='''
        import sys

        import pytest


        def test_total(cart):
            if sys.platform == "win32":
                pytest.skip("the spool uses POSIX locks")
            assert cart.total == 42
    ''',
)
def early_skip(module: Module, _: Module) -> Iterator[Finding]:
    """What stands after an unconditional skip looks like a test and never runs.

    Allowed: a skip under a condition, in a handler, or as the last statement.
    """
    for skip in module.fact(skips_of):
        if skip.kind == "call" and runs_nothing_more(module, skip):
            yield Finding(skip, name=skip.short_name)
