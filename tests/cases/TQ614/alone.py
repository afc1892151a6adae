# path: tests/test_orders.py
from conftest import client, order  # TQ614
from conftest import make_order
from helpers import invoice
from test_users import user  # TQ614

from billing import orders


def test_pay(order, user, invoice, client):
    assert orders.pay(order, user, invoice, make_order()) == "paid"
