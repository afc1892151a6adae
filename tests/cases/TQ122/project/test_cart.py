import support


class CartTest(support.ShopCase):
    def setUp(self):  # TQ122
        self.cart = 1

    def test_total(self):
        self.assertEqual(total(), 1)
