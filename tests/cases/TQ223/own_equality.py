import unittest

from shop import PRICE


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __eq__(self, other):
        return isinstance(other, Money) and other.amount == self.amount


class Coin(Money):
    pass


class Purse:
    def __init__(self, größe):
        self.größe = größe


class TestNothing(unittest.TestCase):
    def test_money_and_nothing(self):
        self.assertFalse(Money(PRICE) == None)
        self.assertTrue(Money(PRICE) != None)

    def test_purse_and_nothing(self):  # TQ223
        self.assertFalse(Purse(PRICE) == None)
        self.assertTrue(Purse(PRICE) != None)

    def test_money_is_there(self):  # TQ223
        self.assertIsNotNone(Money(PRICE))


def test_coin_and_nothing():
    coin = Coin(PRICE)
    assert coin != None


def test_purse_is_there():  # TQ223
    purse = Purse(PRICE)
    assert purse != None


def test_own_class_is_there():
    # no code of the project has a part in it: TQ218 speaks
    assert Money != None
