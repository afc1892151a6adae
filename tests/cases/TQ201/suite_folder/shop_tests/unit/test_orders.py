from shop.orders import Ledger, pay
from shop_tests.cases import Case


def test_paid(order):
    pay(order)
    Case().play(order)


def test_resting(order):  # TQ201
    pay(order)
    Case().rest(order)


def test_settled(order):  # TQ201
    Ledger().settle(order)
