import unittest


class TestOwnMethods(unittest.TestCase):
    def test_order(self):
        self.assertGreater(2, 1)
        self.assertLess(1, 2)  # TQ203
        self.assertRaises(self.failureException, self.assertGreater, 1, 2)

    def test_membership(self):
        self.assertIn("apple", ["apple", "pear"])
        self.assertNotIn("plum", ["apple", "pear"])  # TQ203
        with self.assertRaises(AssertionError):
            self.assertIn("plum", ["apple", "pear"])

    def test_nothing_else_fails(self):
        self.assertIsNone(None)  # TQ203
        with self.assertRaises(ValueError):
            self.assertIsNone(self.shop.price("plum"))


class TestFruit(unittest.TestCase):
    def test_one(self):
        fruit = object()
        self.assertIs(fruit, fruit)
        self.assertRaises(self.failureException, self.assertIs, fruit, object())
