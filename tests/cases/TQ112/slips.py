import unittest

import pytest
from elsewhere import Base, app


def tets_total(cart):  # TQ112
    assert cart.total == "日本"


def tset_total(cart):  # TQ112
    assert cart.total == 1


def tes_total(cart):  # TQ112
    assert cart.total == 1


async def ttest_total(cart):  # TQ112
    assert await cart.total() == 1


def est_total(cart):  # TQ112
    assert cart.total == 1


def tst_total(cart):  # TQ112
    assert cart.total == 1


def Test_total(cart):  # TQ112
    assert cart.total == 1


def tesst_total(cart):  # TQ112
    assert cart.total == 1


def tes_ttotal(cart):  # TQ112
    assert cart.total == 1


def te_st_total(cart):  # TQ112
    assert cart.total == 1


@pytest.mark.parametrize("name", ["a"])
def rest_total(name):  # TQ112
    with pytest.raises(ValueError):
        total(name)


class TestCart:
    def tets_total(self, cart):  # TQ112
        assert cart.total == 1


class CartTest(unittest.TestCase):
    def tes_total(self):  # TQ112
        self.assertEqual(total(), 1)


class UnknownTest(Base, unittest.TestCase):
    def tets_more(self):  # TQ112
        self.assertEqual(total(), 1)

    def rest_more(self):
        self.assertEqual(total(), 1)


def test_total(cart):
    assert cart.total == 1


def tests_total(cart):
    assert cart.total == 1


def testt_total(cart):
    assert cart.total == 1


def _test_total(cart):
    assert cart.total == 1


def tets_helper(cart):
    return cart.total


def tets_used(cart):
    assert cart.total == 1


def test_uses():
    tets_used(1)


def tets_named(cart):
    assert cart.total == 1


NAMES = ["tets_named"]


@app.route("/")
def tets_route():
    assert total() == 1


@pytest.fixture
def tets_fixture(cart):
    assert cart.total == 1


def best_():
    assert total() == 1


def check_total(cart):
    assert cart.total == 1


class Plain:
    def tets_total(self):
        assert total() == 1
