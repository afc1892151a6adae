"""Texts of objects compared with a literal."""

import unittest
from pathlib import Path

import pytest

from shop import Money, load, save


def test_money(cart):
    assert str(cart.total) == "10.00"  # TQ306
    assert "10.00" == str(cart.total)  # TQ306
    assert repr(cart.total) == "Money(é)"  # TQ306
    assert f"{cart.total}" == "10.00"  # TQ306
    assert f"{cart.total:.2f}" != "10.00"  # TQ306


class MoneyTest(unittest.TestCase):
    def test_sum(self):
        total = Money(5) + Money(5)
        self.assertEqual(str(total), "10.00", "é")  # TQ306
        self.assertTrue(repr(total) == "Money(10)")  # TQ306
        self.assertIn("10", str(total))


def test_str_of_money(cart):
    assert str(cart.total) == "10.00"


def test_repr(cart):
    assert repr(cart.total) == "Money(10)"


def test_formatting(cart):
    assert f"{cart.total}" == "10.00"


def test_sum(cart):
    """The string form has two places."""
    assert str(cart.total) == "10.00"


class TestRepr:
    def test_money(self, cart):
        assert repr(cart.total) == "Money(10)"


def test_places(tmp_path, cart):
    assert str(save(cart).path) == "/tmp/cart"
    assert str(cart.folder) == "/tmp"
    file = save(cart)
    assert str(file) == "/tmp/cart"
    target = Path("größe") / "carts" / "1"
    assert str(target) == "größe/carts/1"
    at = cart.folder / "1"
    assert f"{at}" == "/tmp/1"
    first = load(cart.folder / "1")
    assert str(first) == "10.00"  # TQ306


def test_made_failures(cart):
    problem = ValueError("no cart")
    assert str(problem) == "no cart"


def test_failures(cart):
    with pytest.raises(ValueError) as caught:
        load(cart)
    assert str(caught.value) == "no cart"
    try:
        load(cart)
    except KeyError as é:
        assert str(é) == "no cart"
    assert str(cart.error) == "no cart"
    assert str(cart.exception) == "no cart"


def test_no_literal(cart):
    assert str(cart.total) == cart.text
    assert str(cart.total) == f"{cart.amount}.00"
    assert cart.text == "10.00"
    assert str(b"10", "ascii") == "10"


def test_padded(cart):
    assert str(cart.total.format("%.2f")) == "10.00"
    assert f"{cart.name.strip()}" == "größe"
    assert str(cart.total.rounded("%.2f")) == "10.00"  # TQ306


def test_bound_first(cart):
    total = str(cart.total)
    assert total == "10.00"  # TQ306
    path = str(cart.total)
    assert path == "10.00"
    seen = str(cart.total)
    seen = seen.strip()
    assert seen == "10.00"


def test_both_in_one(cart):
    assert cart.size == 3 and str(cart.total) == "10.00"  # TQ306
    assert cart.size == 3 and str(cart.error) == "10.00"
