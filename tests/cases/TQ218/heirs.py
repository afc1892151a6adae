import unittest

from shop.currencies import Currency


class PriceTagTest(unittest.TestCase):
    def _tag_class(self):
        from shop.tags import PriceTag

        return PriceTag

    def make_tag(self, owner, currency):
        class Tag(self._tag_class()):
            def __init__(self, owner, currency):
                self.owner = owner
                self.currency = currency

        return Tag(owner, currency)

    def test_tag_is_not_for_heirs(self):
        euro = Currency("EUR")

        class Goods:
            pass

        class Fruit(Goods):
            pass

        pear = Fruit()
        Goods.price = self.make_tag(Goods, euro)
        self.assertRaises(AttributeError, getattr, Fruit, "price")
        self.assertRaises(AttributeError, getattr, pear, "price")

    def test_goods_without_a_price(self):  # TQ218
        euro = Currency("EUR")

        class Goods:
            pass

        class Fruit(Goods):
            pass

        class Shelf:
            pass

        shelf = Shelf()
        Goods.price = self.make_tag(Goods, euro)
        self.assertRaises(AttributeError, getattr, Shelf, "price")
        self.assertRaises(AttributeError, getattr, shelf, "price")


class ShortPriceTagTest(PriceTagTest):
    def make_tag(self, owner, currency):
        return self._tag_class().short(owner, currency)
