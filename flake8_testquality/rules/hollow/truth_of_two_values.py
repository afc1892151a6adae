"""TQ211."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.rewriting import replacements
from flake8_testquality.model.second_values import meant, second_value
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module


@rule(
    code="TQ211",
    profile="core",
    helpers=True,
    words=("assertTrue", "assertFalse"),
    message="`{name}` takes `{second}` for its message and compares nothing: use {meant}",
    fix="unsafe",
    bad="""
        import unittest


        class CartTest(unittest.TestCase):
            def test_total(self):
                self.assertTrue(self.cart.total(), 6)  # TQ211
    """,
    good="""
        import unittest


        class CartTest(unittest.TestCase):
            def test_total(self):
                self.assertEqual(self.cart.total(), 6)
                self.assertTrue(self.cart.is_open(), "a paid cart is closed")
    """,
)
def truth_of_two_values(assertion: Assertion, module: Module) -> Iterator[Finding]:
    """The second argument of assertTrue is the message: two values are never compared.

    Allowed: strings, f-strings, names that hold messages, % and format calls, msg=.
    """
    second = second_value(assertion)
    if second is None or assertion.call is None:
        return
    func, wanted = assertion.call.func, meant(assertion, second)
    edits = replacements(module, func, f"{module.source.segment(func).rpartition('.')[0]}.{wanted}")
    yield Finding(assertion, edits=edits, name=assertion.name, second=module.text(second, 30), meant=wanted)
