"""TQ119."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.skip_handlers import broad_handler
from flake8_testquality.model.skips import skips_of
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

@rule(
    code="TQ119",
    profile="recommended",
    words=("skip", "Skip"),
    message="this skip hides every failure of the try above it: catch the one exception that makes a skip right",
    peers=("FG C17",),
    bad='''
        import pytest


        def test_total(cart):
            try:
                assert cart.total == 42
            except Exception:
                pytest.skip("no tax tables")  # TQ119
    ''',
    good='''
        import pytest


        def test_total(make_cart):
            try:
                cart = make_cart("de")
            except FileNotFoundError:
                pytest.skip("no tax tables")
            assert cart.total == 42
    ''',
)
def skip_in_except(module: Module, _: Module) -> Iterator[Finding]:
    """A broad handler that skips turns a failure into a skip, which nobody reads.

    Allowed: ImportError and other narrow exceptions, a handler that looks at the exception first or raises it again.
    """
    for skip in module.fact(skips_of):
        if skip.kind in ("call", "raise") and broad_handler(module, skip) is not None:
            yield Finding(skip)
