from unittest import mock

import pytest
from django.contrib.auth import get_user_model
from django.test import TestCase

from shop.models import Order

User = get_user_model()


def test_create():  # TQ870
    assert Order.objects.create(number=1).total() == 0


def test_chain(plain, client):  # TQ870
    assert Order.objects.filter(number=1).count() == 0


async def test_async():  # TQ870
    assert await Order.objects.acount() == 0


def test_user(rf):  # TQ870
    assert User.objects.create_user("ada").rank() == 0


class TestOrder:
    def test_method(self):  # TQ870
        assert Order.objects.count() == 0


@pytest.mark.django_db
def test_marked():
    assert Order.objects.count() == 0


@pytest.mark.django_db(transaction=True)
class TestMarked:
    def test_method(self):
        assert Order.objects.count() == 0


def test_db(db):
    assert Order.objects.count() == 0


def test_fixture(order):
    assert Order.objects.count() == 0


@pytest.mark.usefixtures("transactional_db")
def test_used():
    assert Order.objects.count() == 0


def test_admin(admin_client):
    assert Order.objects.count() == 0


def test_unknown_fixture(store):
    assert Order.objects.count() == 0


def test_lazy():
    assert str(Order.objects.filter(number=1).query) == ""


@mock.patch("shop.models.Order.objects")
def test_patched(manager):
    assert Order.objects.count() == 0


def test_refused():
    with pytest.raises(RuntimeError):
        Order.objects.count()


class OrderTest(TestCase):
    def test_case(self):
        assert Order.objects.count() == 0


def test_list_reads_the_rows():  # TQ870
    assert list(Order.objects.all()) == []


def test_loop_reads_the_rows():  # TQ870
    for order in Order.objects.filter(number=1):
        assert order.state() == "open"


async def test_async_loop_reads_the_rows():  # TQ870
    async for order in Order.objects.filter(number=1):
        assert order.state() == "open"


def test_described_query_runs_nothing():
    assert "number" in str(Order.objects.filter(number=1).query)


def test_user_model_in_place():  # TQ870
    user = get_user_model().objects.create_user("ann")
    assert user.state() == "open"


def test_expects_no_row():  # TQ870
    with pytest.raises(Order.DoesNotExist):
        Order.objects.get(number=1)


def test_expects_the_refusal():
    with pytest.raises(RuntimeError):
        Order.objects.get(number=1)


@pytest.mark.parametrize("number", [pytest.param(1, marks=pytest.mark.django_db)])
def test_marked_case(number):
    assert Order.objects.count() == number


def test_no_order_is_open():  # TQ870
    assert not Order.objects.filter(status="größe")


def test_each_order_is_open():  # TQ870
    assert [order.status for order in Order.objects.all()] == []


def test_first_order():  # TQ870
    assert Order.objects.order_by("number")[0].total() == 0


def test_order_is_among_them(plain):  # TQ870
    assert plain in Order.objects.exclude(status="open")


def test_sliced_query():
    assert str(Order.objects.all()[:3].query) == ""
