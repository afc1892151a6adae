"""TQ611."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.called_tests import calls_of_tests
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ611",
    profile="recommended",
    message="this test calls the test {name}, which runs on its own too: move the shared part into a fixture or helper",
    bad="""
        from billing import orders


        def test_create():
            assert orders.create(1).id == 1


        def test_pay():
            test_create()  # TQ611
            assert orders.pay(1) == "paid"
    """,
    good="""
        import pytest

        from billing import orders


        @pytest.fixture
        def order():
            return orders.create(1)


        def test_pay(order):
            assert orders.pay(order.id) == "paid"
    """,
)
def test_calling_test(module: Module, _: Module) -> Iterator[Finding]:
    """It runs twice, fails twice for one reason, and neither can be read or run alone.

    Allowed: super() calls, helpers, inner functions that are no tests themselves, functions with a parameter that no
    fixture gives.
    """
    for call, called in calls_of_tests(module):
        yield Finding(call, name=called.name[:30])
