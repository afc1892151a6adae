import unittest


class TidyCase(unittest.TestCase):
    def tearDown(self):
        self.assertFalse(self.complaints)

    def same(self, first, second):
        self.assertEqual(first, second)

    def look(self, cart):
        return cart.total


class LooseCase(unittest.TestCase):
    def same(self, first, second):
        self.assertEqual(first, second)

    def look(self, cart):
        return cart.total
