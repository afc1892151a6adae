import unittest

import pytest

from shop import offers, till


def test_price_of_the_running_offer():
    try:
        assert "summer" in till.known_offers(), "this till knows no summer offer"
    except (AssertionError, ConnectionError) as error:
        pytest.skip(str(error))

    assert offers.price("summer") == 9


def test_nothing_else_is_asserted():
    try:
        assert offers.price("summer") == 9  # TQ207
    except AssertionError:
        pytest.skip("flaky")


def test_any_fault_skips():
    try:
        assert offers.price("summer") == 9  # TQ207
    except Exception:
        pytest.skip("flaky")
    assert offers.price("winter") == 4


def test_goes_on():
    try:
        assert offers.price("summer") == 9  # TQ207
    except AssertionError as error:
        print(error)
    assert offers.price("winter") == 4


class TestOffers(unittest.TestCase):
    def test_price(self):
        try:
            assert till.is_open
        except AssertionError:
            self.skipTest("closed")
        self.assertEqual(offers.price("summer"), 9)

    def test_what_is_tested_is_in_the_try(self):
        try:
            price = offers.price("summer")
            assert price == 9  # TQ207
        except AssertionError:
            self.skipTest("flaky")
        self.assertEqual(offers.price("winter"), 4)
