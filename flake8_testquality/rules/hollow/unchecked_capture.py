"""TQ225."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.captures import CAPTURING, unchecked_captures
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ225",
    profile="recommended",
    words=CAPTURING,
    message="`{words}` captures what nobody looks at: assert on it, or do not capture",
    peers=("FG C31", "FG C50"),
    bad="""
        def test_receipt(cart, capsys):
            total = cart.pay()
            output = capsys.readouterr()  # TQ225
            assert total == 6
    """,
    good="""
        def test_receipt(cart, capsys):
            cart.pay()
            output = capsys.readouterr()
            assert output.out == "Thank you"
    """,
)
def unchecked_capture(test: Test, module: Module) -> Iterator[Finding]:
    """Output or logs that were captured to be checked, and then were not, may say anything.

    Allowed: captures that only silence, and are given no name.
    """
    for statement, words in unchecked_captures(test):
        yield Finding(statement, words=words)
