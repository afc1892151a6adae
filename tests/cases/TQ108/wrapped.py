import unittest

from shop import collected


def test_totals():
    yield total()


test_totals = collected(test_totals)


def test_names():  # TQ108
    yield name()


class CartTest(unittest.TestCase):
    def test_sums(self):
        yield total()

    test_sums = collected(test_sums)
