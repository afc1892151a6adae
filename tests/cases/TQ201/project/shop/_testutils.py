import unittest


def assert_unpaid(pay, cart):
    before = dict(cart)
    pay(cart)
    if before != cart:
        raise ValueError("paid")


class CleanCase(unittest.TestCase):
    def tearDown(self):
        if self.complaints():
            self.fail(self.complaints())


class TidyCase(unittest.TestCase):
    def tearDown(self):
        if self.complaints():
            self.sweep(self.complaints())
