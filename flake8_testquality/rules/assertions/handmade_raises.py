"""TQ310."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.handmade import verdict
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ310",
    profile="recommended",
    words=("try",),
    message="{what}",
    peers=("PT017",),
    bad="""
        import pytest

        from billing import InvalidAmount, charge


        def test_negative_amount_is_refused():
            try:  # TQ310
                charge(-1)
            except InvalidAmount as error:
                assert error.amount == -1


        def test_positive_amount_is_charged():
            try:  # TQ310
                charge(1)
            except InvalidAmount:
                pytest.fail("refused")
    """,
    good="""
        import pytest

        from billing import InvalidAmount, charge


        def test_negative_amount_is_refused():
            with pytest.raises(InvalidAmount) as excinfo:
                charge(-1)
            assert excinfo.value.amount == -1


        def test_positive_amount_is_charged():
            assert charge(1).state == "charged"
    """,
)
def handmade_raises(test: Test, module: Module) -> Iterator[Finding]:
    """Written by hand, the check is forgotten easily: without an else that fails, no exception at all passes too.

    Allowed: finally clean-up, several exception types told apart, retry loops, a handler that reads the traceback at
    hand, raises what it caught again, or says more before it fails (values of the test, what a time limit means), a
    cancelling that a cancel scope would swallow, and a test of a checking tool, which cannot trust a raises block.
    """
    for statement in test.scope.statements.get(ast.Try, ()):
        what = verdict(statement, test)
        if what is not None:
            tool = "self.assertRaises" if test.runner == "unittest" else "pytest.raises"
            yield Finding(statement, what=what.format(tool=tool))
