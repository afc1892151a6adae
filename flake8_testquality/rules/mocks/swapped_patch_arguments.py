"""TQ414."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.patch_names import swapped_arguments
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ414",
    profile="core",
    message="`{name}` receives the mock of {target}: patches apply bottom up, so reorder the arguments",
    bad='''
        from unittest.mock import patch

        from shop import checkout


        @patch("shop.charge")
        @patch("shop.send_receipt")
        def test_checkout(charge, send_receipt):  # TQ414
            charge.return_value = 3
            assert checkout() == "paid 3"
    ''',
    good='''
        from unittest.mock import patch

        from shop import checkout


        @patch("shop.charge")
        @patch("shop.send_receipt")
        def test_checkout(send_receipt, charge):
            charge.return_value = 3
            assert checkout() == "paid 3"
    ''',
)
def swapped_patch_arguments(module: Module, _: Module) -> Iterator[Finding]:
    """The lowest decorator is applied first and supplies the first argument, so each name holds another's mock.

    Allowed: names that do not tell, new= and patch.dict, which inject nothing.
    """
    for function, name, target in swapped_arguments(module):
        yield Finding(function, name=name, target='.'.join(target.split('.')[-2:]))
