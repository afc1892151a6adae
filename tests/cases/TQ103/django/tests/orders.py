from django.test import TestCase  # TQ103


class OrderTest(TestCase):
    def test_total(self):
        self.assertEqual(total(), 1)
