"""TQ721."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.silence import silent_handlers
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ721",
    profile="recommended",
    words=("except",),
    message="this except does nothing, so a failure disappears: let it fail the test, or expect it with raises",
    peers=("S110", "S112", "SIM105"),
    bad='''
        def test_total(cart):
            try:
                cart.checkout()
            except ValueError:  # TQ721
                pass
            assert cart.total == 42
    ''',
    good='''
        import pytest


        def test_total(cart):
            with pytest.raises(ValueError, match="empty"):
                cart.checkout()
            assert cart.total == 0
    ''',
)
def silent_except(test: Test, _: Module) -> Iterator[Finding]:
    """An except that does nothing turns a failure into a pass.

    Allowed: narrow exceptions in clean-up, ImportError guards, a try whose else (or whose last line) fails or whose
    else ends a test that goes on behind it, a named error by which the code refuses what hypothesis drew, that a
    function of the test raises itself, or that alone ends a `while True`; a named error where the try keeps account of
    its success and an assertion below asks for it.
    """
    for handler in silent_handlers(test):
        yield Finding(handler)
