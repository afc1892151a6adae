from dataclasses import dataclass
import unittest

from shop import Cart, catalogue, kept_property


def test_receipt_is_cached(cart):
    receipt = cart.receipt
    assert receipt.text == receipt.text


def test_number_of_receipt(cart):
    """The number stays the same, it is deterministic."""
    assert cart.receipt.number == cart.receipt.number


def test_key_of_receipt(cart):
    assert cart.receipt.key == cart.receipt.key  # a stable key
    assert cart.receipt.id == cart.receipt.id  # TQ204


def test_tokens(cart):
    assert cart.add("apple").token != cart.add("pear").token
    assert cart.total.token == cart.total.token


def test_tokens_of_sums(cart):
    price = cart.price
    assert Cart("a").digest is not Cart("b").digest
    assert (price + price).digest == (price + price).digest


def test_total(cart):
    assert cart.total == cart.total  # TQ204
    assert cart.total.amount == cart.total.amount  # TQ204


def test_kept_properties():
    class Shelf:
        @kept_property
        def size(self):
            return object()

    shelf = Shelf()
    assert shelf.size == shelf.size

    class Drawer:
        @kept_property("_size")
        def size(self):
            return object()

    shelf = Drawer()
    assert shelf.size == shelf.size


class TestKeys(unittest.TestCase):
    def test_cache_key_consistent(self):
        self.assertEqual(self.page.cache_key, self.page.cache_key)

    def test_names(self):
        first, second = catalogue.pages()
        self.assertEqual(first._name, second._name)

    def test_other_names(self):
        first, second = catalogue.shelves()
        self.assertNotEqual(first._name, second._name)

    def test_more_names(self):
        first, second = catalogue.drawers()
        self.assertIs(first._name, second._name)

    def test_name_of_one(self):
        page = catalogue.page("apples")
        self.assertEqual(page._name, page._name)

    def test_title_of_one(self):
        page = catalogue.page("apples")
        self.assertEqual(page.title, page.title)  # TQ204

    def test_total_is_consistent(self):
        total = catalogue.total()
        self.assertEqual(total, total)  # TQ204


def test_shelf(cart):
    shelf = catalogue.shelf("fruit")
    assert shelf == shelf
    assert shelf.id == shelf


def test_drawer(cart):
    drawer = catalogue.drawer("fruit")
    assert drawer == drawer  # TQ204
    assert drawer.id == 3


class TestSameIssue(unittest.TestCase):
    def test_issues(self):
        first = catalogue.issue("apple")
        second = first
        self.assertEqual(first, second)
        self.assertEqual(second, first)
        self.assertNotEqual(first, catalogue.issue("pear"))


def counted():
    return 1


def test_replacement_is_put_back(replaced):
    before = counted
    with replaced("tests.test_shelf.counted", list):
        counted()
    assert before == counted


def test_nothing_is_replaced(cart):
    before = counted
    cart.add("apple")
    assert before == counted  # TQ204
