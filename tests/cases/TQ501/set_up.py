import unittest
from datetime import date, datetime

from django.utils import timezone

from shop import orders


class SetUpTests(unittest.TestCase):
    def setUp(self):
        self.now = datetime.now()
        self.today = date.today()
        self.handed = date.today()
        self.order = orders.create(day=self.handed)

    def make(self):
        return orders.create(day=self.today)

    def test_kept(self):
        self.assertEqual(orders.create().created, self.now)  # TQ501

    def test_kept_by_another_name(self):
        now = self.now
        self.assertEqual(orders.create().created, now)  # TQ501

    def test_handed_by_a_helper(self):
        self.assertEqual(self.make().day, self.today)

    def test_handed_by_the_set_up(self):
        self.assertEqual(self.order.day, self.handed)

    def test_handed_over(self):
        order = orders.create(created=self.now)
        self.assertEqual(order.created, self.now)


def test_local_date():
    assert orders.create().day == timezone.localdate()  # TQ501
