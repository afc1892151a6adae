"""TQ405."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.mocks import specless_mocks
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ405",
    profile="strict",
    message="`{mock}` answers to any name, so a renamed method goes unnoticed: give it a spec or autospec=True",
    peers=("TMS",),
    bad='''
        from unittest.mock import Mock

        from shop import checkout


        def test_payment_is_charged():
            gateway = Mock()  # TQ405
            checkout(gateway)
            gateway.charge.assert_called_once_with(10)
    ''',
    good='''
        from unittest.mock import Mock

        from shop import Gateway, checkout


        def test_payment_is_charged():
            gateway = Mock(spec=Gateway)
            checkout(gateway)
            gateway.charge.assert_called_once_with(10)
    ''',
)
def specless_mock(module: Module, _: Module) -> Iterator[Finding]:
    """A mock without a spec accepts calls that the real object would refuse.

    Allowed: spec, spec_set, autospec, new, new_callable and wraps, by position or keyword.
    """
    for item in specless_mocks(module):
        yield Finding(item, mock=module.text(item.node, 50))
