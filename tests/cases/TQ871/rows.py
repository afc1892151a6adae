from django.test import SimpleTestCase, TestCase, TransactionTestCase
from model_bakery import baker

from shop.models import Order


class OrderTest(TestCase):
    def setUp(self):  # TQ871
        self.order = Order.objects.create(number=1)
        self.other = baker.make(Order)

    def test_total(self):
        self.assertEqual(self.order.total(), 0)


class ChangingTest(TestCase):
    def setUp(self):
        self.order = Order.objects.create(number=1)
        self.gone = Order.objects.create(number=2)

    def test_save(self):
        self.order.number = 2
        self.order.save()
        self.assertEqual(self.order.total(), 0)

    def test_delete(self):
        self.gone.delete()
        self.assertEqual(Order.objects.count(), 1)


class TransactionTest(TransactionTestCase):
    def setUp(self):
        self.order = Order.objects.create(number=1)

    def test_total(self):
        self.assertEqual(self.order.total(), 0)


class PlainTest(SimpleTestCase):
    def setUp(self):
        self.order = Order(number=1)

    def test_total(self):
        self.assertEqual(self.order.total(), 0)


class SharedTest(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.order = Order.objects.create(number=1)

    def test_total(self):
        self.assertEqual(self.order.total(), 0)


class NamelessTest(TestCase):
    def setUp(self):  # TQ871
        Order.objects.create(number=1)
        Order.objects.create(number=2)

    def test_count(self):
        self.assertEqual(count_open(), 2)


class NamelessAndSavedTest(TestCase):
    def setUp(self):
        Order.objects.create(number=1)

    def test_save(self):
        order = Order.objects.get(number=1)
        order.number = 2
        order.save()
        self.assertEqual(count_open(), 2)


class NamelessAndPostedTest(TestCase):
    def setUp(self):
        Order.objects.create(number=1)

    def test_post(self):
        self.client.post("/orders/1/close/")
        self.assertEqual(count_open(), 0)
