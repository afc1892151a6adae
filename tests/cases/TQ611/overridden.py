import unittest

from billing import orders


class OrderTests(unittest.TestCase):
    def test_create(self):
        self.assertEqual(orders.create().id, 1)

    def test_pay(self):
        self.assertEqual(orders.pay(1), "é")


class OpenOrderTests(OrderTests):
    def test_create(self):
        OrderTests.test_create(self)
        self.assertTrue(orders.is_open(1))

    def test_refund(self):
        OrderTests.test_pay(self)  # TQ611
        self.assertEqual(orders.refund(1), "back")


class LateOrderTests(OpenOrderTests):
    def test_create(self):
        OrderTests.test_create(self)
        self.assertTrue(orders.is_late(1))


class UnrelatedTests(unittest.TestCase):
    def test_create(self):
        OrderTests.test_create(self)  # TQ611
        self.assertEqual(orders.count(), 1)
