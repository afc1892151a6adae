import unittest

from shop import Cart


class CartTest(unittest.TestCase):
    def setUp(self):
        self.cart = Cart("größe")
        self.basket = self.cart
        self.other = Cart("größe")

    def test_alias(self):
        self.assertEqual(self.basket.lines, self.cart.lines)  # TQ204

    def test_alias_itself(self):
        assert self.basket is self.cart  # TQ204

    def test_two_things(self):
        self.assertEqual(self.other.lines, self.cart.lines)

    def test_two_attributes(self):
        self.assertEqual(self.basket.lines, self.cart.orders)

    def test_put_in_its_place(self):
        self.basket = Cart("hall")
        self.assertEqual(self.basket.lines, self.cart.lines)


class ReplacedTest(unittest.TestCase):
    def setUp(self):
        self.cart = Cart("größe")
        self.former = self.cart
        self.cart = Cart("hall")

    def test_lines(self):
        self.assertEqual(self.former.lines, self.cart.lines)


class TestCart:
    def setup_method(self):
        self.cart = Cart("größe")
        self.basket = self.cart

    def test_alias(self):
        assert self.basket.lines == self.cart.lines  # TQ204
