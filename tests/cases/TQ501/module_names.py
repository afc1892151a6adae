import datetime
import unittest

from shop import Order, created, stamp, year

TODAY = datetime.date.today()
NOW = datetime.datetime.now()
YEAR: int = datetime.date.today().year
HANDED = datetime.datetime.now()
SHOWN = datetime.datetime.now()


def test_today():
    assert created("é") == TODAY  # TQ501


class StampTests(unittest.TestCase):
    def test_now(self):
        self.assertEqual(stamp(), NOW)  # TQ501

    def test_year(self):
        self.assertEqual(YEAR, year())  # TQ501

    def test_after(self):
        self.assertLess(NOW, stamp())

    def test_handed_to_the_code(self):
        self.assertEqual(Order(HANDED).at, HANDED)

    def test_kept(self):
        order = Order(created=SHOWN)
        order.save()
        self.assertEqual(order.shown, SHOWN)
