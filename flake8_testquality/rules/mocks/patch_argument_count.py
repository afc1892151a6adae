"""TQ415."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.injections import missing_arguments
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ415",
    profile="core",
    message="the patches hand over {given} mocks but `{name}` takes {taken}, so it ends in a TypeError: add arguments",
    bad='''
        from unittest.mock import patch

        from shop import checkout


        @patch("shop.charge", return_value=3)
        @patch("shop.send_receipt")
        def test_checkout(send_receipt):  # TQ415
            assert checkout() == "paid 3"
    ''',
    good='''
        from unittest.mock import patch

        from shop import checkout


        @patch("shop.charge", return_value=3)
        @patch("shop.send_receipt")
        def test_checkout(send_receipt, charge):
            assert checkout() == "paid 3"
    ''',
)
def patch_argument_count(test: Test, _: Module) -> Iterator[Finding]:
    """Each patch without a replacement of its own adds a positional argument; a test that takes fewer never runs.

    Allowed: *args, new=, patch.dict, class decorators on what is not named test*.
    """
    found = missing_arguments(test)
    if found is not None:
        yield Finding(test, name=test.name, given=found[0], taken=found[1])
