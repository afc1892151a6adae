import enum

import pytest

from shop import Order, tax


@pytest.mark.parametrize("rows", [{"a": 1}, {"b": 2}, [3]])  # TQ827
def test_displays(rows):
    assert tax(rows) == 1


@pytest.mark.parametrize("order, total", [(Order(1), 1), (Order(2), 2), (Order(3), 3)])  # TQ827
def test_calls(order, total):
    assert tax(order) == total


@pytest.mark.parametrize("rows", [{"a": 1}, {"b": 2}])
def test_two(rows):
    assert tax(rows) == 1


@pytest.mark.parametrize("rows", [{"a": 1}, {"b": 2}, [3]], ids=["a", "b", "c"])
def test_ids(rows):
    assert tax(rows) == 1


@pytest.mark.parametrize("rows", [{"a": 1}, {"b": 2}, [3]], ids=repr)
def test_ids_function(rows):
    assert tax(rows) == 1


@pytest.mark.parametrize("rows", [pytest.param({}, id="a"), pytest.param({1: 2}, id="b"), pytest.param([3], id="c")])
def test_param_ids(rows):
    assert tax(rows) == 1


@pytest.mark.parametrize("amount, total", [(1, "a"), (2.5, None), (-1, True), (b"x", "ä")])
def test_plain(amount, total):
    assert tax(amount) == total


@pytest.mark.parametrize("pair", [(1, 2), (3, 4), ("a", None)])
def test_tuples(pair):
    assert tax(pair) == 1


@pytest.mark.parametrize("kind", [int, ValueError, enum.Enum, Order])
def test_classes(kind):
    assert tax(kind) == 1
