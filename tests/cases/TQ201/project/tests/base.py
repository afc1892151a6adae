import unittest

from tests.helpers import compare


class Base(unittest.TestCase):
    def run_case(self, cart):
        self.compare_all(cart)

    def compare_all(self, cart):
        compare(cart.total, 6)

    def prepare(self, cart):
        cart.prepare()
