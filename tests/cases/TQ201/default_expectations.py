import unittest

from shop.testing import ShopTestCase


class OrderCase(unittest.TestCase):
    def setUp(self):
        self.client = open_client()

    def test_owner_deletes_an_order(self):
        self.client.delete("/orders/3", headers=self.headers)

    def test_stranger_deletes_an_order(self):
        self.client.delete("/orders/3", headers=self.headers, expected_status=403)

    def test_owner_sends_an_order(self):  # TQ201
        self.client.send("/orders/3", headers=self.headers)


class OrdersOfOthers:
    def test_delete(self):
        self.delete_order(3)

    def test_send(self):  # TQ201
        self.send_order(3)

    def send_order(self, number):
        print(number)


class OrdersOfOthersTest(OrdersOfOthers, ShopTestCase):
    """What it mixes in calls a method of the other base, which may check."""


class OrdersOfOurs:
    def test_delete(self):  # TQ201
        self.delete_order(3)


class OrdersOfOursTest(OrdersOfOurs, unittest.TestCase):
    """Nobody has the method."""


def test_delete():  # TQ201
    delete("/orders/3")


def delete(path):
    print(path)
