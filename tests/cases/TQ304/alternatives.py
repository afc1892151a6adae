"""Or-ed equalities on one subject."""

import unittest

from shop import total


def test_or(cart):
    assert total(cart) == 10 or total(cart) == 12  # TQ304
    assert (total(cart) == 10) or (12 == total(cart))  # TQ304
    assert cart.a == 1 or cart.a == 2 or cart.a == 3  # TQ304
    assert cart.a is None or cart.a == 0  # TQ304
    assert cart.é == "é" or cart.é == "e", "é"  # TQ304
    assert 1 == cart.a or 2 == cart.a  # TQ304
    assert cart and (cart.a == 1 or cart.a == 2)  # TQ304


class TotalTest(unittest.TestCase):
    def test_true(self):
        cart = total(3)
        self.assertTrue(cart.a == 1 or cart.a == 2)  # TQ304


def test_other_ors(cart):
    assert cart.a in (1, 2)
    assert cart.a == 1 or cart.b == 2
    assert cart.a == 1 or cart.is_empty
    assert cart.a == 1 or cart.b == 1
    assert 1 == cart.a or 1 == cart.b
    assert cart.a == total(cart) or cart.b == total(cart)
    assert cart.a == 1 or cart.a > 2
    assert cart.a == 1 or cart.a == 1
    assert cart.a != 1 or cart.a != 2
    for name, wanted in {"tea": None, "cake": 5}.items():
        assert wanted is None or cart.prices[name] == wanted
        assert cart.prices[name] is None or cart.prices[name] == wanted  # TQ304
    assert cart.name.startswith("a") or cart.name.endswith("b")


def test_status_is_another_rules_matter(client):
    response = client.get("/")
    assert response.status_code == 200 or response.status_code == 500


def helper(cart):
    assert cart.a == 1 or cart.a == 2
