"""TQ402."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.mock_use import is_call_only
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ402",
    profile="strict",
    message="`{name}` checks only that mocks were called: check a result, or say why with allow-call-contract",
    bad='''
        from unittest.mock import Mock

        from shop import Gateway, checkout


        def test_payment_is_charged():  # TQ402
            gateway = Mock(spec=Gateway)
            checkout(gateway)
            gateway.charge.assert_called_once_with(10)
    ''',
    good='''
        from unittest.mock import Mock

        from shop import Gateway, checkout


        def test_payment_is_charged():
            gateway = Mock(spec=Gateway)
            order = checkout(gateway)
            gateway.charge.assert_called_once_with(10)
            assert order.state == "paid"
    ''',
)
def call_only_test(test: Test, _: Module) -> Iterator[Finding]:
    """Which calls a mock saw says how the code is written, not what comes out of it.

    Allowed: `# quality: allow-call-contract (reason)` where the call is the contract.
    """
    if is_call_only(test):
        yield Finding(test, name=test.name)
