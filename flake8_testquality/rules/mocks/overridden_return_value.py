"""TQ417."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.mock_settings import overridden_values
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ417",
    profile="recommended",
    message="side_effect wins, so this mock's return_value is never returned: keep the one that you mean",
    bad='''
        from unittest.mock import Mock

        from shop import Gateway, checkout


        def test_checkout():
            gateway = Mock(spec=Gateway)
            gateway.charge.return_value = 3
            gateway.charge.side_effect = [1, 2]  # TQ417
            assert checkout(gateway) == "paid 1"
    ''',
    good='''
        from unittest.mock import Mock

        from shop import Gateway, checkout


        def test_checkout():
            gateway = Mock(spec=Gateway)
            gateway.charge.side_effect = [1, 2]
            assert checkout(gateway) == "paid 1"
    ''',
)
def overridden_return_value(module: Module, _: Module) -> Iterator[Finding]:
    """A mock asks its side_effect first and returns its return_value only if that gives DEFAULT.

    Allowed: side_effect=None, a side_effect that gives DEFAULT, one set after the other was used.
    """
    for node in overridden_values(module):
        yield Finding(node)
