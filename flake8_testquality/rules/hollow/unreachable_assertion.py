"""TQ206."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.reachability import unreachable_assertions
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ206",
    profile="core",
    helpers=True,
    message="no path reaches this assertion behind {ending}: move it where it runs",
    peers=("FG C20",),
    bad=(
        """
        import pytest


        def test_total(cart):
            pytest.skip("prices change")
            assert cart.total() == 6  # TQ206
        """,
        """
        import pytest


        def test_unknown_code(cart):
            with pytest.raises(LookupError) as caught:
                cart.redeem("SPRING99")
                assert "SPRING99" in str(caught.value)  # TQ206
        """,
    ),
    good="""
        import pytest


        def test_unknown_code(cart):
            with pytest.raises(LookupError) as caught:
                cart.redeem("SPRING99")
            assert "SPRING99" in str(caught.value)
    """,
)
def unreachable_assertion(test: Test, module: Module) -> Iterator[Finding]:
    """An assertion that never runs never fails, however wrong the code is.

    Allowed: blocks that suppress or warn; a raises block in which only set-up stands before what must raise, or whose
    later statements could be what raises, or the leaving of what is entered beside it; methods named fail that are not
    the runner's; what fails by itself to say that a place is not reached.
    """
    for assertion, ending in unreachable_assertions(test):
        yield Finding(assertion, ending=ending)
