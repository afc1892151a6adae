"""TQ312."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.plain_forms import plain_form
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module


@rule(
    code="TQ312",
    profile="strict",
    helpers=True,
    message="this form hides the values when it fails: write {better}",
    peers=("SIM201", "SIM202", "E713", "E714"),
    fix="safe",
    bad=(
        '''
        import unittest

        from billing import Invoice


        class InvoiceTest(unittest.TestCase):
            def test_new_invoice(self):
                invoice = Invoice(10)
                self.assertTrue(invoice.total == 10)  # TQ312
                self.assertTrue("EUR" in invoice.text, "the currency")  # TQ312
                self.assertFalse(isinstance(invoice.total, float))  # TQ312
                self.assertEqual(invoice.payer, None)  # TQ312
        ''',
        '''
        def test_new_invoice(invoice):
            assert (invoice.total == 10) is True  # TQ312
            assert not invoice.currency == "USD"  # TQ312
        ''',
    ),
    good='''
        import unittest

        from billing import Invoice


        class InvoiceTest(unittest.TestCase):
            def test_new_invoice(self):
                invoice = Invoice(10)
                self.assertEqual(invoice.total, 10)
                self.assertIn("EUR", invoice.text)
                self.assertNotIsInstance(invoice.total, float)
                self.assertIsNone(invoice.payer)
    ''',
)
def suboptimal_assertion(assertion: Assertion, module: Module) -> Iterator[Finding]:
    """A failure of it shows `False is not true` where the better form shows both values.

    Allowed: chains, `not a < b` (no opposite for sets and nan), tests of the comparison operators themselves.
    """
    if assertion.kind in ("assert", "unittest"):
        better = plain_form(assertion, module)
        if better is not None:
            yield Finding(assertion, edits=better.edits, better=better.text)
