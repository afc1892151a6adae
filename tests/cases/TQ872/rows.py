import pytest
from django.test import TestCase
from model_bakery import baker

from shop.models import Order
from shop.services import cancel_order, deactivate, pay, send_mail


def test_client(client):
    order = Order.objects.create(status="open")
    client.post(f"/orders/{order.pk}/cancel/")
    assert order.status == "open"  # TQ872
    assert order.is_cancelled is False  # TQ872
    assert not order.closed  # TQ872


async def test_async_client(async_client):
    order = await Order.objects.acreate(status="open")
    await async_client.patch(order.get_absolute_url(), {"status": "x"})
    assert "open" == order.status  # TQ872
    await order.arefresh_from_db()
    assert order.status == "x"


def test_service():
    order = baker.make(Order, status="open")
    cancel_order(order.id)
    assert order.status == "cancelled"  # TQ872


def test_service_task():
    order = baker.make(Order, status="open")
    cancel_order.delay(order_id=order.pk)
    assert order.status == "cancelled"  # TQ872


class OrderTest(TestCase):
    def test_order(self):
        order = Order.objects.create(status="open")
        self.client.delete("/orders/1/")
        self.assertEqual(order.status, "open")  # TQ872


def test_refreshed(client):
    order = Order.objects.create(status="open")
    client.post("/cancel/")
    order.refresh_from_db()
    assert order.status == "cancelled"


def test_new_query(client):
    order = Order.objects.create(status="open")
    client.post("/cancel/")
    order = Order.objects.get(pk=order.pk)
    assert order.status == "cancelled"


def test_session_refresh(client, session):
    order = Order.objects.create(status="open")
    client.post("/cancel/")
    session.refresh(order)
    assert order.status == "cancelled"


def test_object_is_handed_over():
    order = Order.objects.create(status="open")
    cancel_order(order)
    assert order.status == "cancelled"


def test_key(client):
    order = Order.objects.create(status="open")
    client.post("/cancel/")
    assert order.pk == 1
    assert order.id == 1


def test_reading(client):
    order = Order.objects.create(status="open")
    client.get("/orders/")
    assert order.status == "open"


def test_response(client):
    order = Order.objects.create(status="open")
    response = client.post("/orders/")
    assert response.json()["status"] == order.status


def test_made_later(client):
    client.post("/orders/")
    order = Order.objects.create(status="open")
    assert order.status == "open"


def test_same_object(client):
    user = Order.objects.create(name="Ada")
    client.force_authenticate(user=user)
    client.post("/me/", {"name": "Grace"})
    assert user.name == "Grace"


def test_query_method(client):
    order = Order.objects.create(status="open")
    client.post("/lines/")
    assert order.lines.count() == 1


def test_key_of_an_expected_value(client):
    order = Order.objects.get(status="open")
    assert_redirects(client.get("/"), address("orders:edit", args=[shortened(order.pk)]))
    assert order.status == "open"


async def test_awaited_service():
    order = await Order.objects.aget(status="open")
    await pay(order.pk)
    assert order.status == "paid"  # TQ872


def test_service_made_for_the_call():
    order = Order.objects.create(status="open")
    Cancelling(reason="größe").run(order.pk)
    assert order.status == "open"  # TQ872


def test_chained_expectation(client):
    order = Order.objects.create(status="open")
    expect(client.get("/orders/")).contains(order.pk)
    assert order.status == "open"


def test_expected_values_under_names(client):
    status, total = "open", 3
    changes = {"note": "late", "by": client.name}
    order = Order.objects.create(status=status)
    note = "late"
    client.patch(f"/orders/{order.pk}/", changes)
    assert order.note == note  # TQ872
    assert order.note == changes["note"]  # TQ872
    assert order.by == changes["by"]
    assert order.total == total
    assert order.total == 2 * 3  # TQ872


def test_value_from_before(client):
    order = Order.objects.create(status="open")
    before = order.total
    client.patch(f"/orders/{order.pk}/")
    assert order.total == before


class CheckedOrderTest(TestCase):
    def test_order(self):
        order = Order.objects.create(status="open")
        answer = self.client.post(f"/orders/{order.pk}/cancel/")
        self.assertIsNotNone(order.cancelled_at)  # TQ872
        self.assertIs(order.is_open, True)  # TQ872
        self.assertIn("o", order.status)  # TQ872
        self.assertGreater(order.total, 3)  # TQ872
        self.assertIn(order.status, answer.content)
        self.assertGreater(answer.json()["total"], order.total)
