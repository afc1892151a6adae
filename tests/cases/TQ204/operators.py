import unittest
from decimal import Decimal

from shop import Bill, Offer, Receipt, desk


class Cheap(Offer):
    pass


def test_bills_are_added():
    first = Bill(2)
    second = Bill(3)
    assert first + second == first + second


def test_prices_are_added():
    first = Decimal(2)
    second = Decimal(3)
    assert first + second == first + second  # TQ204


def test_totals_are_added():
    first = desk.total("ada")
    assert first + 1 == first + 1  # TQ204


def test_bill_is_turned_round():
    bill = Bill(2)
    assert -bill == -bill


def test_offer_is_no_better():
    offer = Cheap(3)
    assert not (offer < offer)


def test_total_is_no_lower():
    total = desk.total("ada")
    assert not (total < total)  # TQ204


def test_total_is_kept():
    total = desk.total("ada")
    assert total >= total  # TQ204


def test_offer_is_kept():
    offer = Cheap(3)
    assert offer.price >= offer.price  # TQ204


def test_receipt_is_like_a_tuple():
    receipt = Receipt("ada", 3)
    assert receipt == ("ada", 3)
    assert receipt == receipt
    assert receipt == receipt.replace()


def test_receipt_is_kept():
    receipt = Receipt("ada", 3)
    assert receipt == receipt  # TQ204
    assert receipt.replace() is not None


class OfferTest(unittest.TestCase):
    def test_no_better(self):
        offer = Cheap(3)
        self.assertFalse(offer < offer)

    def test_receipt(self):
        receipt = Receipt("ada", 3)
        self.assertEqual(receipt, receipt)  # TQ204
