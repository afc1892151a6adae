"""TQ118."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.skips import is_lenient, skips_of
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

@rule(
    code="TQ118",
    profile="recommended",
    words=("xfail",),
    message="this xfail stays green when the test passes: add strict=True, or set xfail_strict for all",
    peers=("FG C25",),
    bad='''
        import pytest


        @pytest.mark.xfail(reason="rounds down")  # TQ118
        def test_total(cart):
            assert cart.total == 42
    ''',
    good='''
        import pytest


        @pytest.mark.xfail(reason="rounds down", strict=True)
        def test_total(cart):
            assert cart.total == 42
    ''',
)
def lenient_xfail(module: Module, _: Module) -> Iterator[Finding]:
    """An expected failure that is not strict hides both: that the bug is still there, and that it is gone.

    Allowed: strict set here or in the configuration, run=False, a condition, strict=False with a reason.
    """
    if module.project.config.broken:
        return
    for skip in module.fact(skips_of):
        if skip.kind == "xfail" and not skip.is_named and is_lenient(module, skip):
            yield Finding(skip)
