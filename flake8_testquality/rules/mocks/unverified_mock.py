"""TQ409."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.mock_answers import unverified_mocks
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ409",
    profile="strict",
    message="`{mock}` is handed over and never looked at again: assert on it, configure it, or use a real object",
    bad='''
        from unittest.mock import Mock

        from shop import Mailer, checkout


        def test_checkout():
            mailer = Mock(spec=Mailer)  # TQ409
            assert checkout(mailer) == "paid"
    ''',
    good='''
        from unittest.mock import Mock

        from shop import Mailer, checkout


        def test_checkout():
            mailer = Mock(spec=Mailer)
            assert checkout(mailer) == "paid"
            mailer.send.assert_called_once_with("receipt")
    ''',
)
def unverified_mock(test: Test, module: Module) -> Iterator[Finding]:
    """A mock that nobody configures or asks leaves open what the code did with it.

    Allowed: mocks with return_value, side_effect or attributes, and those that an assertion looks at.
    """
    if module.mocks:
        for call in unverified_mocks(test):
            yield Finding(call, mock=module.text(call, 40))
