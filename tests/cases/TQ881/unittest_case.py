import unittest

from hypothesis import given
from hypothesis import strategies as st

from shop import tax


class TaxTest(unittest.TestCase):
    @given(st.integers(), st.text())
    def test_right(self, amount, note):  # TQ881
        self.assertGreaterEqual(tax(amount), 0)

    @given(amount=st.integers(), note=st.text())
    def test_both(self, amount, note):
        self.assertGreaterEqual(tax(amount, note), 0)
