"""TQ403."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.mock_use import patches_of_test
from flake8_testquality.rule import Finding, Option, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

MAX_PATCHES = Option("max-patches", 5, "how many patches one test may have before TQ403 speaks")


@rule(
    code="TQ403",
    profile="strict",
    message="{count} patches in one test ({limit} are allowed): it knows the wiring by heart; test a larger piece",
    options=(MAX_PATCHES,),
    bad='''
        from unittest.mock import patch

        from shop import checkout


        @patch("shop.a")
        @patch("shop.b")
        @patch("shop.c")
        @patch("shop.d")
        @patch("shop.e")
        @patch("shop.f")
        def test_checkout(f, e, d, c, b, a):  # TQ403
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
def excessive_patching(test: Test, module: Module) -> Iterator[Finding]:
    """A test that replaces many parts checks how they are wired, and breaks with each refactoring.

    Allowed: as many patches as tq-max-patches says.
    """
    limit: int = module.option(MAX_PATCHES)
    if len(module.patches) > limit:
        count = sum(patch.kind not in ("spy", "delattr") for patch in patches_of_test(test))
        if count > limit:
            yield Finding(test, count=count, limit=limit)
