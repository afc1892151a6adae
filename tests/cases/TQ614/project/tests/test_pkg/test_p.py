from . import packaged

from billing import orders


def test_p(packaged):
    assert orders.pay(packaged) == "paid"
