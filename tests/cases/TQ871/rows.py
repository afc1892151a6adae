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


class AskedAnewTest(TestCase):
    def setUp(self):  # TQ871
        self.gone = Order.objects.create(number=1)
        self.kept = Order.objects.create(number=2)

    def test_purge(self):
        purge([self.gone.pk])
        self.assertFalse(Order.objects.filter(pk=self.gone.pk).exists())

    def test_total(self):
        self.assertEqual(self.kept.total(), 0)


class AskedForOthersTest(TestCase):
    def setUp(self):  # TQ871
        self.order = Order.objects.create(number=1)

    def test_lines(self):
        self.assertEqual(Line.objects.filter(order=self.order).count(), 0)


class PostedTest(TestCase):
    def setUp(self):
        self.order = Order.objects.create(number=1)
        self.other = Order.objects.create(number=2)
        self.url = reverse("größe", args=[self.other.pk])

    def test_close(self):
        answer = self.client.post(f"/orders/{self.order.pk}/close/")
        self.assertEqual(answer.status_code, 204)

    def test_open(self):
        answer = self.client.put(self.url)
        self.assertEqual(answer.status_code, 204)


class LookedAtTest(TestCase):
    def setUp(self):  # TQ871
        self.order = Order.objects.create(number=1)
        self.url = reverse("order", args=[self.order.pk])

    def test_page(self):
        answer = self.client.get(self.url)
        self.assertContains(answer, "1")

    def test_guest(self):
        answer = self.client.post("/guests/")
        self.assertEqual(answer.status_code, 201)


class ClosedTest(TestCase):
    def setUp(self):
        self.order = Order.objects.create(number=1)

    def test_close(self):
        close_order(self.order.pk)
        self.assertEqual(count_open(), 0)


class GivenAsWellTest(TestCase):
    def setUp(self):  # TQ871
        self.order = Order.objects.create(number=1)

    def test_remove(self):
        remove_note("late", self.order)
        self.assertEqual(self.order.total(), 0)


class RemovedByKeyTest(TestCase):
    def setUp(self):
        self.order = Order.objects.create(number=1)

    def check_removal(self):
        order_removal(self.order.pk, "größe")
        self.assertEqual(count_open(), 0)

    def test_removal(self):
        self.check_removal()


class AskedByKeyTest(TestCase):
    def setUp(self):  # TQ871
        self.order = Order.objects.create(number=1)

    def test_total(self):
        self.assertEqual(total_of(self.order.pk), 0)


class MadeOfAnotherTest(TestCase):
    def setUp(self):
        self.shop = self.open_shop()
        self.order = Order.objects.create(shop=self.shop)
        self.line = Line.objects.create(order=self.order)
        Note.objects.create(text="größe", shop=self.shop)

    def test_total(self):
        self.assertEqual(self.order.total(), 0)


class MadeOfRowsTest(TestCase):
    def setUp(self):  # TQ871
        self.order = Order.objects.create(number=1)
        self.line = Line.objects.create(order=self.order)

    def test_total(self):
        self.assertEqual(self.line.total(), 0)


class MadeOfChangedRowsTest(TestCase):
    def setUp(self):
        self.order = Order.objects.create(number=1)
        self.line = Line.objects.create(order=self.order)

    def test_save(self):
        self.order.save()
        self.assertEqual(self.line.total(), 0)


class OwnRunnerCase(TestCase):
    @classmethod
    def setUpClass(cls):
        cls.shop = open_shop()


class WithoutTestDataTest(OwnRunnerCase):
    def setUp(self):
        self.order = Order.objects.create(number=1)

    def test_total(self):
        self.assertEqual(self.order.total(), 0)


class OpenedCase(TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.shop = open_shop()


class WithTestDataTest(OpenedCase):
    def setUp(self):  # TQ871
        self.order = Order.objects.create(number=1)

    def test_total(self):
        self.assertEqual(self.order.total(), 0)


class UnderALocalNameTest(TestCase):
    def setUp(self):
        self.order = Order.objects.create(number=1)
        self.other = Order.objects.create(number=2)

    def test_number(self):
        order = self.order
        order.number = 3
        self.assertEqual(str(order), "3")

    def test_save(self):
        order = self.other
        order.save()
        self.assertEqual(order.total(), 0)


class ReadUnderALocalNameTest(TestCase):
    def setUp(self):  # TQ871
        self.order = Order.objects.create(number=1)

    def test_total(self):
        order = self.order
        total = order.total()
        self.assertEqual(total, 0)


class ChangedByAManagerTest(TestCase):
    def setUp(self):
        self.order = Order.objects.create(number=1)

    def test_update(self):
        Order.objects.update(number=2)
        self.assertEqual(total_of("größe"), 0)


class EmptiedTest(TestCase):
    def setUp(self):
        self.order = baker.make(Order)

    def test_delete(self):
        Order.objects.filter(number=1).delete()
        self.assertEqual(Order.objects.count(), 0)


class OtherRowsAreDeletedTest(TestCase):
    def setUp(self):  # TQ871
        self.order = Order.objects.create(number=1)

    def test_delete(self):
        Note.objects.all().delete()
        self.assertEqual(self.order.total(), 0)


class ChangesItselfTest(TestCase):
    def setUp(self):
        self.order = Order.objects.create(number=1)
        self.other = Order.objects.create(number=2)

    def test_close(self):
        self.order.close()
        self.assertEqual(self.order.state(), "closed")

    def test_set(self):
        setattr(self.other, "number", 3)
        self.assertEqual(str(self.other), "3")


class NamelessAndAddedToTest(TestCase):
    def setUp(self):
        Order.objects.create(number=1)

    def test_add(self):
        Order.objects.get(number=1).lines.add(line())
        self.assertEqual(count_open(), 1)
