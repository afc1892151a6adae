import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User as AuthUser
from django.test import TestCase

from shop import models
from shop.models import Customer, Invoice, Line, Order

User = get_user_model()


@pytest.fixture
def order():
    return Order.objects.create(number=1)  # TQ809


@pytest.mark.django_db
def test_order():
    order = models.Order.objects.create(  # TQ809
        number=1,
    )
    assert order.total() == 0


async def test_async_order():
    assert (await Order.objects.acreate(number=1)).total() == 0  # TQ809


def test_user():
    user = User.objects.create_user("ada")  # TQ809
    other = AuthUser.objects.create_user("ada")  # TQ809
    assert user.rank() == other.rank()


def test_line_and_invoice():
    assert Line.objects.create().total() == 0  # TQ809
    assert Invoice.objects.create().total() == 0  # TQ809


def test_no_factory():
    assert Customer.objects.create().total() == 0


def test_reading():
    assert Order.objects.get(number=1).total() == 0


def test_create_user():
    assert User.objects.create_user("ada").name == "ada"


def test_order_manager():
    assert Order.objects.create(number=1).total() == 0


def test_constraint():
    with pytest.raises(ValueError):
        Order.objects.create(number=-1)


class OrderTest(TestCase):
    def setUp(self):
        self.order = Order.objects.create(number=1)  # TQ809

    def test_total(self):
        self.assertEqual(self.order.total(), 0)


def helper():
    return Order.objects.create(number=1)
