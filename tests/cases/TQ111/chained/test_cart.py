from base import ShopCase


class CartTest(ShopCase):
    def setUpClass(cls):  # TQ111
        super().setUpClass()
        cls.cart = 1

    def setup(self):
        self.till = 1

    def test_total(self):
        self.assertEqual(self.cart, 1)
