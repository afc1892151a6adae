from unittest import TestCase, mock
from unittest.mock import patch

from shop import checkout


class CheckoutTest(TestCase):
    def setUp(self):
        self.addCleanup(mock.patch.stopall)
        self.a = patch("shop.a").start()

    def test_it(self):
        self.assertEqual(checkout(), 3)
