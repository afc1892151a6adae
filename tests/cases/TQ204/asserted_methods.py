import unittest

from shop import basket


class TestFruit(unittest.TestCase):
    def test_handed_over(self):
        fruit = basket()
        self.assertIs(fruit, fruit)
        self.assertRaises(self.failureException, self.assertIs, fruit, object())

    def test_called_where_it_fails(self):
        fruit = basket()
        self.assertIs(fruit, fruit)
        with self.assertRaisesRegex(AssertionError, "is not"):
            self.assertIs(fruit, object())

    def test_another_method_fails(self):
        fruit = basket()
        self.assertIs(fruit, fruit)  # TQ204
        self.assertRaises(self.failureException, self.assertIsNone, fruit)

    def test_the_product_fails(self):
        fruit = basket()
        self.assertIs(fruit, fruit)  # TQ204
        with self.assertRaises(ValueError):
            fruit.sell(-1)
