from unittest import TestCase
from unittest.mock import patch

import shop.testing
from shop import checkout


class TestCharges:
    def setUp(self):
        super().setUp()
        self.charge = patch("shop.charge").start()

    def test_it(self):
        assert checkout() == 3


class TestChargesOfCard(TestCharges, shop.testing.Case):
    pass


class ChargesAgain(TestCharges):
    def test_again(self):
        patch("shop.mailer").start()
        assert checkout() == 3


class TestWithAllInSight(TestCharges, TestCase):
    def setUp(self):
        super().setUp()
        self.mailer = patch("shop.mailer").start()  # TQ408

    def test_mail(self):
        self.assertEqual(checkout(), 3)


class TestAlone:
    def setup_method(self):
        super().__init__()
        self.charge = patch("shop.charge").start()  # TQ408

    def test_it(self):
        assert checkout() == 3


class Prepared:
    def setup_method(self):
        self.cart = shop.Cart()


class TestPrepared(Prepared):
    def setup_method(self):
        super().setup_method()
        self.charge = patch("shop.charge").start()  # TQ408

    def test_it(self):
        assert checkout(self.cart) == 3
