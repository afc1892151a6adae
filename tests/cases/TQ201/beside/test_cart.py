import till
from base import LooseCase, TidyCase
from bystanders import compare, look, refuses
from till import pay


class TidyTest(TidyCase):
    def test_pay(self):
        pay(3)


class LooseTest(LooseCase):
    def test_pay(self):
        self.same(pay(3), 3)

    def test_look(self):  # TQ201
        self.look(pay(3))


def test_refuses():
    refuses(pay)


def test_compare():
    compare(pay(3), 3)


def test_look():  # TQ201
    look(pay(3))


def test_product():  # TQ201
    till.compare(pay(3), 3)
