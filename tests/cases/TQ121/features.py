import unittest
import unittest as ut
from unittest import mock
from unittest.mock import patch

import django.test
import parameterized
import pytest
import pytest as pt
from ddt import data, ddt
from elsewhere import Base, supply
from hypothesis import given, strategies as st


class CartTest(unittest.TestCase):
    def test_fixture(self, cart):  # TQ121
        self.assertEqual(cart.total, "日本")

    @pytest.mark.parametrize("name", ["a"])  # TQ121
    def test_cases(self, name):
        self.assertEqual(total(name), 1)

    @pt.mark.parametrize("name", ["a"])  # TQ121
    def test_both(self, name, tmp_path):  # TQ121
        self.assertEqual(total(name, tmp_path), 1)

    @patch("shop.load")
    def test_patched_and_more(self, load, cart):  # TQ121
        self.assertEqual(total(load, cart), 1)

    @pytest.mark.slow
    def test_keyword_only(self, *, cart):  # TQ121
        self.assertEqual(cart.total, 1)

    def test_keyword_only_unmarked(self, *, cart):  # TQ121
        self.assertEqual(cart.total, 1)

    def test_keyword_only_default(self, *, cart=1):
        self.assertEqual(total(cart), 1)

    @patch("shop.load")
    @mock.patch.object(shop, "save", autospec=True)
    def test_patched(self, save, load):
        self.assertEqual(total(save, load), 1)

    @mock.patch.multiple("shop", load=mock.DEFAULT)
    def test_patched_by_name(self, load):
        self.assertEqual(total(load), 1)

    @given(st.integers())
    def test_given(self, number):
        self.assertEqual(total(number), 1)

    @parameterized.parameterized.expand([("a", 1)])
    def test_parameterized(self, name, count):
        self.assertEqual(total(name), count)

    @supply
    def test_supplied(self, cart):
        self.assertEqual(cart.total, 1)

    @pytest.mark.usefixtures("cart")
    def test_used(self):
        self.assertEqual(total(), 1)

    def test_default(self, cart=1, *args, **kwargs):
        self.assertEqual(total(cart), 1)

    def helper(self, cart):
        return cart


class AsyncTest(ut.IsolatedAsyncioTestCase):
    async def test_fixture(self, cart):  # TQ121
        self.assertEqual(await cart.total(), 1)


class DjangoTest(django.test.TestCase):
    def test_fixture(self, client):  # TQ121
        self.assertEqual(client.get("/").status_code, 200)


@pytest.mark.parametrize("name", ["a"])  # TQ121
class ClassTest(unittest.TestCase):
    def test_cases(self, name):
        self.assertEqual(total(name), 1)

    def test_more(self, name):
        self.assertEqual(total(name), 1)


@ddt
class DdtTest(unittest.TestCase):
    @data(1, 2)
    def test_data(self, number):
        self.assertEqual(total(number), 1)

    def test_more(self, number):
        self.assertEqual(total(number), 1)


@patch("shop.load")
class PatchedTest(unittest.TestCase):
    def test_patched(self, load):
        self.assertEqual(total(load), 1)


class UnknownTest(Base, unittest.TestCase):
    def test_fixture(self, cart):
        self.assertEqual(cart.total, 1)


class TestPytest:
    @pytest.mark.parametrize("name", ["a"])
    def test_cases(self, name, cart):
        assert total(name) == cart


@pytest.mark.parametrize("name", ["a"])  # TQ121
class UnaskedTest(unittest.TestCase):
    def test_cases(self):
        self.assertEqual(total("a"), 1)

    def test_more(self):
        self.assertEqual(total("b"), 1)
