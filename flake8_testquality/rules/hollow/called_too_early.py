"""TQ232."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.early_calls import early_calls, hand_over
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ232",
    profile="core",
    message="`{text}` runs before {outer}() gets it: give it the callable and its arguments",
    fix="unsafe",
    bad="""
        import unittest

        from shop import Cart


        class CartTest(unittest.TestCase):
            def test_unknown_code(self):
                cart = Cart()
                self.assertRaises(LookupError, cart.redeem("SPRING99"))  # TQ232
    """,
    good="""
        import unittest

        from shop import Cart


        class CartTest(unittest.TestCase):
            def test_unknown_code(self):
                cart = Cart()
                self.assertRaises(LookupError, cart.redeem, "SPRING99")
    """,
)
def called_too_early(module: Module, _: Module) -> Iterator[Finding]:
    """The arguments of a call are evaluated first, so the call under test runs before anything watches it.

    Allowed: calls that return a callable: partial, a factory or lambda in sight.
    """
    for outer, early, name in early_calls(module):
        yield Finding(outer, edits=hand_over(module, outer, early), text=module.text(early, 30), outer=name)
