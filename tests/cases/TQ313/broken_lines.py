import unittest

from shop import checkout


class CheckoutTest(unittest.TestCase):
    def test_several_lines_and_one(self):
        receipt = checkout(3)
        self.assertEqual(
            receipt.total,
            3,
        )
        self.assertEqual(receipt.total, 3)  # TQ313

    def test_several_lines_twice(self):
        receipt = checkout(3)
        self.assertEqual(
            receipt.total, 3
        )
        self.assertEqual(  # TQ313
            receipt.total,
            3,
        )

    def test_another_value(self):
        receipt = checkout(3)
        self.assertEqual(
            receipt.total,
            3,
        )
        self.assertEqual(receipt.paid, 3)
