import unittest

from shop import build_report, find_orders, page, search


def test_customer():  # TQ301
    orders = find_orders(customer="ü")
    assert len(orders) > 0


def test_hits_of_a_function():  # TQ301
    assert len(search("book")) >= 1


def test_list_that_is_asked_for():  # TQ301
    assert find_orders(customer="ann") != []


def test_elements_of_a_page():
    assert len(page.select("a.order")) > 0


def test_one_element():
    assert page.find("h1") is not None


def test_first_report():  # TQ301
    assert build_report(2021) is not None


def test_pages():
    assert page.total == 3


def test_year_without_sales():
    assert build_report(1900) is None


def test_year_with_sales():  # TQ301
    assert build_report(2021) is not None


class ListingTest(unittest.TestCase):
    def test_orders_of_nobody(self):
        self.assertEqual(find_orders(customer="nobody"), [])

    def test_others(self):
        self.assertEqual(page.total, 3)

    def test_ann(self):  # TQ301
        self.assertTrue(len(find_orders(customer="ann")))

    def test_orders_of_ann(self):
        self.assertGreater(len(find_orders(customer="ann")), 0)
