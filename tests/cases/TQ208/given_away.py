import pytest
from concurrent.futures import ThreadPoolExecutor

from shop import Cart


def test_fruit_has_no_order():
    def compare():
        Cart("apple") < Cart("pear")

    pytest.raises(TypeError, compare)


def test_order_with_numbers():
    def compare(first, second):
        first < second
        first > second
        return first

    with pytest.raises(TypeError):
        compare(Cart("apple"), 1)


def test_readers(cart):
    def reader(fruit):
        fruit in cart

    with ThreadPoolExecutor() as pool:
        pool.submit(reader, "apple")
    assert cart.count == 0


def test_own_check(cart):
    def check(fruit):
        fruit in cart  # TQ208

    check("apple")
    assert cart.count == 0


def test_helper_that_is_called_in_a_block(cart):
    def check(fruit):
        fruit in cart  # TQ208
        return fruit

    for fruit in ("apple", "pear"):
        assert check(fruit)
