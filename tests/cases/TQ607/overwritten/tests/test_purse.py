import unittest

import mint
from mint import Pounds, rates
from mint.table import Cents, Purse


class PurseTest(unittest.TestCase):
    def setUp(self):
        Purse.unit = Cents

    def test_price(self):
        self.assertEqual(rates.price(3), 3)


class OtherPurseTest(unittest.TestCase):
    def setUp(self):
        Purse.unit = Pounds  # TQ607

    def test_price(self):
        self.assertEqual(rates.price(3), 3)


def test_unit_through_the_package():
    mint.Purse.unit = mint.Cents
    assert rates.price(3) == 3


def test_other_unit_through_the_package():
    mint.Purse.unit = mint.Pounds  # TQ607
    assert rates.price(3) == 3
