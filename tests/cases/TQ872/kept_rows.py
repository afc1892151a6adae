import pytest
from django.test import Client, TestCase
from rest_framework.test import APIClient

from shop.models import Order
from shop.services import Billing, cancel_order, reload_order


class OrderTest(TestCase):
    def setUp(self):
        self.order = Order.objects.create(status="open")
        self.billed = Order.objects.create(status="open")
        self.billing = Billing(self.billed)

    def test_paid(self):
        self.client.post(f"/orders/{self.order.pk}/pay/")
        self.assertEqual(self.order.status, "paid")  # TQ872

    def test_cancelled(self):
        cancel_order(self.order.pk)
        self.assertTrue(self.order.is_cancelled)  # TQ872

    def test_made_here(self):
        self.late = Order.objects.create(status="öffen")
        self.client.post(f"/orders/{self.late.pk}/pay/")
        assert self.late.status == "paid"  # TQ872

    def test_refreshed(self):
        self.client.post(f"/orders/{self.order.pk}/pay/")
        self.order.refresh_from_db()
        self.assertEqual(self.order.status, "paid")

    def test_refreshed_by_a_method(self):
        self.client.post(f"/orders/{self.order.pk}/pay/")
        self.reload()
        self.assertEqual(self.order.status, "paid")

    def test_refreshed_under_another_name(self):
        order = self.order
        self.client.post(f"/orders/{order.pk}/pay/")
        order.refresh_from_db()
        self.assertEqual(self.order.status, "paid")

    def test_refreshed_in_a_loop(self):
        self.client.post("/orders/pay/")
        for order in [self.order, self.billed]:
            order.refresh_from_db()
        self.assertEqual(self.order.status, "paid")

    def test_held_by_the_product(self):
        self.client.post(f"/orders/{self.billed.pk}/pay/")
        self.assertEqual(self.billed.status, "paid")

    def test_read_anew(self):
        self.client.post(f"/orders/{self.order.pk}/pay/")
        self.order = Order.objects.get(pk=self.order.pk)
        self.assertEqual(self.order.status, "paid")

    def test_set_by_hand(self):
        self.client.post(f"/orders/{self.order.pk}/pay/")
        self.order.status = "paid"
        self.assertEqual(self.order.status, "paid")

    def reload(self):
        self.order.refresh_from_db()


@pytest.mark.parametrize("action, status", [("pay", "paid"), ("cancel", "cancelled")])
def test_cases(client, action, status):
    order = Order.objects.create(status="open")
    client.post(f"/orders/{order.pk}/{action}/")
    assert order.status == status  # TQ872


@pytest.mark.parametrize("status", ["paid"], indirect=True)
def test_cases_through_a_fixture(client, status):
    order = Order.objects.create(status="open")
    client.post(f"/orders/{order.pk}/pay/")
    assert order.status == status


def test_saved(client):
    order = Order(status="open")
    order.save()
    client.post(f"/orders/{order.pk}/pay/")
    assert order.status == "paid"  # TQ872


def test_saved_later(client):
    order = Order(status="open")
    client.post("/orders/")
    assert order.status == "open"
    order.save()


def test_found_or_made(client):
    order, _ = Order.objects.get_or_create(number=1)
    client.post(f"/orders/{order.pk}/pay/")
    assert order.status == "paid"  # TQ872


def test_client_under_a_name_of_its_own():
    http = Client()
    order = Order.objects.create(status="open")
    http.post(f"/orders/{order.pk}/pay/")
    assert order.status == "paid"  # TQ872


def test_api_client_under_a_name_of_its_own():
    http = APIClient()
    order = Order.objects.create(total=3)
    http.patch(f"/orders/{order.pk}/", {"total": 4})
    assert order.total == 4 and order.is_changed  # TQ872


def test_another_object_that_posts(billing):
    desk = billing.open()
    order = Order.objects.create(total=3)
    desk.post("/books/")
    assert order.total == 3


def test_shared(client):
    order = Order.objects.create(total=3)
    same = order
    client.post(f"/orders/{order.pk}/double/")
    reload_order(same)
    assert order.total == 6


def test_computed_from_a_kept_value(client):
    total = 3
    order = Order.objects.create(total=total)
    client.post(f"/orders/{order.pk}/double/")
    assert order.total == total * 2  # TQ872
