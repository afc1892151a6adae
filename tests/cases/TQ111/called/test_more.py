import unittest

from test_cart import TestShared


class MoreTest(TestShared, unittest.TestCase):
    def test_more(self):
        self.assertEqual(self.cart, 1)
