"""approx and assertAlmostEqual with and without a tolerance."""

import unittest

import pytest
from pytest import approx

from shop import tax


@pytest.mark.parametrize("wanted", [pytest.approx(0.1)])  # TQ317
def test_default(wanted):
    assert tax("é") == approx(0.1)  # TQ317
    assert tax(2) == pytest.approx([0.1, 0.2], nan_ok=True)  # TQ317
    assert tax(3) == wanted


class TaxTest(unittest.TestCase):
    def test_default(self):
        self.assertAlmostEqual(tax(1), 0.1)  # TQ317
        self.assertAlmostEqual(tax(1), 0.1, msg="é")  # TQ317
        self.assertNotAlmostEqual(tax(1), 0.1)  # TQ317

    def test_said(self):
        self.assertAlmostEqual(tax(1), 0.1, places=3)
        self.assertAlmostEqual(tax(1), 0.1, 3)
        self.assertAlmostEqual(tax(1), 0.1, delta=0.01)


def test_said(how):
    assert tax(1) == approx(0.1, rel=1e-3)
    assert tax(1) == approx(0.1, abs=1e-3)
    assert tax(1) == approx(0.1, 1e-3)
    assert tax(1) == approx(0.1, **how)
