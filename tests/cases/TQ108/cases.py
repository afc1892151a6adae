import unittest

from shop import total


class TotalTest(unittest.TestCase):
    def test_total(self):
        self.assertEqual(total(3), 3)


class Report:
    pass


def test_cases():
    yield TotalTest


def test_cases_and_more():  # TQ108
    yield TotalTest
    yield Report


def test_totals():  # TQ108
    yield total, 3
