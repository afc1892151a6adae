from billing import orders
from tests.conftest import helper
from tests.conftest import order as bestellung, order  # TQ614
from tests.gathered import invoice
from tests.unit.test_users import CONSTANT

from ..conftest import order as again  # TQ614
from .test_users import user  # TQ614


def test_pay(order, user, invoice):
    assert orders.pay(order, user, invoice, helper(), CONSTANT) == "paid"
