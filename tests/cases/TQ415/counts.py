import unittest
from unittest import mock
from unittest.mock import DEFAULT, Mock, patch

import pytest

import shop
from shop import checkout


@patch("shop.a")
def test_none():  # TQ415
    assert checkout() == 3


@patch("shop.a")
@mock.patch.object(shop, "b", autospec=True)
async def test_one_of_two(b):  # TQ415
    assert await checkout() == 3


@patch("shop.a", new_callable=Mock)
def test_new_callable(*, a):  # TQ415
    assert checkout() == 3


@patch("shop.a", new=DEFAULT)
@patch("shop.b", DEFAULT)
@pytest.mark.parametrize("x", [1, 2])
def test_default_injects(x):  # TQ415
    assert checkout() == 3


class CheckoutTest(unittest.TestCase):
    @patch("shop.a")
    def test_method(self):  # TQ415
        self.assertEqual(checkout(), 3)

    @patch("shop.a")
    def test_right(self, a):
        self.assertEqual(checkout(), 3)


@patch("shop.a")
class TestClass:
    def test_of_the_class(self):  # TQ415
        assert checkout() == 3

    @patch("shop.b")
    def test_both(self, b):  # TQ415
        assert checkout() == 3

    @staticmethod
    def test_static():  # TQ415
        assert checkout() == 3

    def helper(self):
        return 3

    def test_right(self, a):
        assert checkout() == self.helper()


class TestDerived(TestClass):
    def test_bases_decorators_do_not_reach(self):
        assert checkout() == 3


@patch("shop.a", new=3)
@patch("shop.b", 3)
@patch("shop.c", lambda: 3)
@patch.dict("shop.d")
@patch.object(shop, "e", 3)
@patch.multiple("shop", f=3)
def test_new():
    assert checkout() == 3


@patch("shop.a")
@patch("shop.b")
def test_star(*mocks):
    assert checkout() == 3


@patch("shop.a")
@patch("shop.b")
def test_star_behind(b, *mocks):
    assert checkout() == 3


@patch("shop.a")
@shop.takes_one_away
def test_unknown_decorator():
    assert checkout() == 3


@patch("shop.a", **shop.options)
def test_hidden_new():
    assert checkout() == 3


@patch("shop.a")
def test_default(a=None):
    assert checkout() == 3


@patch("shop.a")
def test_with_fixtures(a, tmp_path):
    assert checkout() == 3


@patch.multiple("shop", a=DEFAULT, b=3)
def test_by_name(a):
    assert checkout() == 3


@patch.multiple("shop", a=DEFAULT)
def test_by_name_missing():  # TQ415
    assert checkout() == 3


@patch.multiple("shop", a=DEFAULT)
def test_by_name_star(**mocks):
    assert checkout() == 3
