import unittest


class CircleTest(unittest.TestCase):
    first = property(lambda self: self.second)
    second = property(lambda self: self.first)

    def setUp(self):
        self.cart = self.basket
        self.basket = self.cart

    def test_nothing_is_checked(self):  # TQ201
        self.cart.pay()
        self.first.pay()
