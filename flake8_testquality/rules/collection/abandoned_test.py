"""TQ116."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.skips import skips_of
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

@rule(
    code="TQ116",
    profile="strict",
    words=("skip", "Skip"),
    message="`{name}` skips this whatever happens: repair it or delete it",
    peers=("smells: ignored test",),
    bad='''
        import pytest


        @pytest.mark.skip(reason="fails since the new tax")  # TQ116
        def test_total(cart):
            assert cart.total == 42
    ''',
    good='''
        import sys

        import pytest


        @pytest.mark.skipif(sys.platform == "win32", reason="the spool uses POSIX locks")
        def test_total(cart):
            assert cart.total == 42
    ''',
)
def abandoned_test(module: Module, _: Module) -> Iterator[Finding]:
    """A test that is always skipped protects nothing, and rots while it looks like a test.

    Allowed: skips with a condition; a single case of a parametrized test.
    """
    for skip in module.fact(skips_of):
        if skip.is_applied and skip.is_unconditional:
            yield Finding(skip, name=module.text(skip.node))
