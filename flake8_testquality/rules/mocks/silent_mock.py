"""TQ401."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.mock_answers import silent_mocks
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ401",
    profile="strict",
    message="the test uses what `{mock}` returns, but nobody said what: give it a return_value or side_effect",
    bad='''
        from unittest.mock import Mock

        from shop import checkout


        def test_checkout():
            charge = Mock()  # TQ401
            assert checkout(charge(10)) == "paid"
    ''',
    good='''
        from unittest.mock import Mock

        from shop import checkout


        def test_checkout():
            charge = Mock(return_value=3)
            assert checkout(charge(10)) == "paid"
    ''',
)
def silent_mock(test: Test, module: Module) -> Iterator[Finding]:
    """What an unconfigured mock returns is another mock, which is equal to nothing and true in every condition.

    Allowed: return_value, side_effect, new, wraps and spec.
    """
    for item in silent_mocks(test):
        yield Finding(item, mock=module.text(item.node, 40))
