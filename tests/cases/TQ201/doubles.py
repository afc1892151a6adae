# path: tests/test_client.py
import unittest

import pytest

from shop import Client


class FakeHttp:
    def request(self, method, url):
        assert method == "GET"
        return 200


class QuietHttp:
    def request(self, method, url):
        return 200


class AskedTest(unittest.TestCase):
    def setUp(self):
        Client.connection = FakeHttp
        self.client = Client()

    def test_list(self):
        self.client.list_orders()


class QuietTest(unittest.TestCase):
    def setUp(self):
        Client.connection = QuietHttp
        self.client = Client()

    def test_list(self):  # TQ201
        self.client.list_orders()


class TestKind:
    http = FakeHttp

    def test_list(self):
        self.client_of(self.http).list_orders()


def test_mode():
    FakeHttp.mode = "list"
    Client().list_orders()


def test_quiet_mode():  # TQ201
    QuietHttp.mode = "list"
    Client().list_orders()


@pytest.fixture
def client():
    return Client(FakeHttp())


def test_of_fixture(client):
    client.list_orders()


def test_webtest(testapp):
    testapp.get("/private", status=403)


def test_status_by_name(testapp):  # TQ201
    testapp.get("/orders", status="open")


def test_status_of_others(shop):  # TQ201
    shop.order("apple", status=3)


def test_constructor():
    """Can a Client be constructed?"""
    Client()


def compare_orders(orders):
    assert orders == ["apple"]


class ShelfThatCompares:
    def load(self):
        compare_orders(self.orders)


class ShelfThatBreaks:
    def __init__(self, broken):
        self.broken = broken

    def load(self):
        if self.broken:
            raise OSError("broken")
        return []


class ShelfToBeWritten:
    def load(self):
        raise NotImplementedError

    def store(self):
        return self.orders


def test_shelf_that_compares():
    Client(ShelfThatCompares()).list_orders()


def test_shelf_that_breaks():
    Client(ShelfThatBreaks(True)).list_orders()


def test_shelf_to_be_written():  # TQ201
    Client(ShelfToBeWritten()).list_orders()


@pytest.fixture
def shelf_client():
    return Client(ShelfThatBreaks(False))


def test_shelf_of_fixture(shelf_client):  # TQ201
    shelf_client.list_orders()


def test_page_of_orders(testapp):
    testapp.get("/orders").mustcontain("größe")


def test_page_of_orders_shown(testapp):  # TQ201
    testapp.get("/orders").showbrowser()
