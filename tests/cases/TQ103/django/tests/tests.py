from django.test import TestCase


class CartTest(TestCase):
    def test_total(self):
        self.assertEqual(total(), 1)
