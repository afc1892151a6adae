"""TQ410."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.integration import first_party_patches
from flake8_testquality.rule import Finding, Option, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

MAX_PATCHES = Option("max-integration-patches", 2, "how many first-party names an integration test may patch")


@rule(
    code="TQ410",
    profile="strict",
    message="an integration test with {count} parts of the project patched ({limit} are allowed): patch the edges only",
    options=(MAX_PATCHES,),
    filename="tests/integration/test_checkout.py",
    project={"pytest.ini": "[pytest]\n", "shop/__init__.py": "cart = gateway = mailer = 1\n"},
    bad='''
        from unittest.mock import patch

        from shop import checkout


        @patch("shop.cart")
        @patch("shop.gateway")
        @patch("shop.mailer")
        def test_checkout(mailer, gateway, cart):  # TQ410
            assert checkout() == "paid"
    ''',
    good='''
        from unittest.mock import patch

        from shop import checkout


        @patch("shop.gateway", autospec=True)
        def test_checkout(gateway):
            gateway.charge.return_value = 3
            assert checkout() == "paid 3"
    ''',
)
def overmocked_integration_test(test: Test, module: Module) -> Iterator[Finding]:
    """What is patched takes no part in the integration that the test is there to show.

    Allowed: patches of third-party and standard-library names, also where a module of the project imports them, and as
    many others as the option says.
    """
    limit: int = module.option(MAX_PATCHES)
    if len(module.patches) > limit:
        count = len(first_party_patches(test))
        if count > limit:
            yield Finding(test, count=count, limit=limit)
