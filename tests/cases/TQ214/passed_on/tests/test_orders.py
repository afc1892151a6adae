import shop
from shop import Order


def test_method():
    order = Order("paid")
    assert order.is_paid  # TQ214


def test_method_of_what_the_package_holds():
    order = shop.Order("paid")
    assert order.is_paid  # TQ214


def test_property_and_attribute():
    order = Order("open")
    assert order.is_open
    assert order.is_new
    assert order.is_paid()
