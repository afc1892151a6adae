import unittest


def assert_same_total(first, second):
    if first.total != second.total:
        raise ValueError("not the same")


class Totals(unittest.TestCase):
    def compare(self, first, second):
        self.assertEqual(first.total, second.total)


def pay_twice(cart):
    if not cart:
        raise ValueError("empty")
    return [*cart, *cart]
