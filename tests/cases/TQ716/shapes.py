import unittest

import pytest


def test_é(shop):
    """A docstring."""
    assert shop.price("日本") == 1


def test_same_with_another_docstring(shop):  # TQ716
    """Another one."""
    # and a comment
    assert shop.price("日本") == 1


def test_other_literal(shop):
    assert shop.price("日本") == 2


def test_other_type(shop):
    assert shop.price("日本") == 1.0


def test_other_argument(store):
    assert shop.price("日本") == 1


@pytest.mark.slow
def test_other_decorator(shop):
    assert shop.price("日本") == 1


async def test_other_colour(shop):
    assert shop.price("日本") == 1


class ShopTest(unittest.TestCase):
    def test_members(self):
        self.assertEqual(self.shop.price("tea"), 1)

    def test_guests(self):  # TQ716
        self.assertEqual(self.shop.price("tea"), 1)

    def test_children(self):  # TQ716
        self.assertEqual(
            self.shop.price("tea"), 1)

    def test_reset1(self):
        self.assertEqual(self.shop.reset(), 1)

    def test_reset2(self):
        self.assertEqual(self.shop.reset(), 1)

    def test_later(self):
        self.skipTest("not yet")

    def test_much_later(self):
        self.skipTest("not yet")


class OtherTest(unittest.TestCase):
    def test_members(self):
        self.assertEqual(self.shop.price("tea"), 1)


def test_todo():
    pass


def test_todo_too():
    pass


def test_shadowed(shop):
    assert shop.price("milk") == 3


def test_shadowed(shop):
    assert shop.price("milk") == 3


def test_quotes():
    total = tax("tea", rate=1)

    assert total == "one"  # per cent


def test_quotes_and_comments():  # TQ716
    total = tax('tea', rate=1)
    assert total == "one"


def test_empty_basket_204():
    total = tax("basket", rate=1)
    assert total == "nothing"


def test_empty_basket_205():  # TQ716
    total = tax("basket", rate=1)
    assert total == "nothing"


def test_bracketed():
    answer = service.ask("größe")
    assert answer == "bracketed"


def test_bracketed_again():  # TQ716

    answer = service.ask("größe")
    assert (answer == "bracketed")


class PairedTest(unittest.TestCase):
    def setUp(self):
        self.client = getattr(self, "client_" + self._testMethodName)

    def test_sells(self):
        self.client()
        self.assertEqual(shop.sold, 1)

    def client_test_sells(self):
        shop.sell("tea")

    def test_orders(self):
        self.client()
        self.assertEqual(shop.sold, 1)

    def client_test_orders(self):
        shop.order("tea")

    def test_waits(self):
        self.client()
        self.assertEqual(shop.sold, 1)

    def test_pauses(self):  # TQ716
        self.client()
        self.assertEqual(shop.sold, 1)


class UnpairedTest(unittest.TestCase):
    def test_sells(self):
        self.assertEqual(shop.sold, 1)

    def test_orders(self):  # TQ716
        self.assertEqual(shop.sold, 1)

    def client_test_orders(self):
        shop.order("tea")


@pytest.mark.skip(reason="the shop is closed")
def test_closed_price(shop):
    assert shop.price("Tüte") == 4


@pytest.mark.skip(reason="the shop is closed")
def test_closed_rent(shop):
    assert shop.price("Tüte") == 4


@pytest.mark.skipif("shop.closed", reason="the shop is closed")
def test_open_price(shop):
    assert shop.price("Tüte") == 4


@pytest.mark.skipif("shop.closed", reason="the shop is closed")
def test_open_rent(shop):  # TQ716
    assert shop.price("Tüte") == 4


@unittest.skip("closed")
class ClosedTest(unittest.TestCase):
    def test_price(self):
        self.assertEqual(self.shop.price("Tüte"), 4)

    def test_rent(self):
        self.assertEqual(self.shop.price("Tüte"), 4)
