import unittest


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
        self.assertFalse(Money(1) == None)
        self.assertTrue(Money(1) != None)

    def test_purse_and_nothing(self):  # TQ223
        self.assertFalse(Purse(1) == None)
        self.assertTrue(Purse(1) != None)

    def test_money_is_there(self):  # TQ223
        self.assertIsNotNone(Money(1))


def test_coin_and_nothing():
    coin = Coin(1)
    assert coin != None


def test_purse_is_there():  # TQ223
    purse = Purse(1)
    assert purse != None


def test_class_is_there():  # TQ223
    assert Money != None
