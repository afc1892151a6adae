"""TQ219."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.hollow import is_echo, says_nothing
from flake8_testquality.model.mocks import may_meet_mocks
from flake8_testquality.model.origins import CONFIGURED
from flake8_testquality.model.provenance import each
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module


@rule(
    code="TQ219",
    profile="core",
    message="`{part}` gives back what this test put on a mock: call the code under test and check its result",
    needs=may_meet_mocks,
    bad='''
        from unittest.mock import Mock


        def test_price():
            shop = Mock()
            shop.price.return_value = 5
            assert shop.price("apple") == 5  # TQ219
    ''',
    good='''
        from unittest.mock import Mock

        from shop import checkout


        def test_price():
            catalogue = Mock()
            catalogue.price.return_value = 5
            assert checkout(catalogue, ["apple", "pear"]).total == 10
    ''',
)
def mock_echo(assertion: Assertion, module: Module) -> Iterator[Finding]:
    """A mock answers what it was told to answer: only unittest.mock is tested here.

    Allowed: values that went through a call of anything that is no mock; the suites of pytest plugins.
    """
    if is_echo(assertion) and not says_nothing(assertion):
        sides = zip(assertion.operands, each(assertion), strict=False)
        part = next((side for side, origins in sides if origins & CONFIGURED), assertion.operands[0])
        yield Finding(assertion, part=module.text(part, 40))
