from abc import ABC, ABCMeta

from shop.assertions import assert_same_total, pay_twice
from shop.checks import pay, validate_cart
from shop.stand_ins import validate_till
from tests.shots import Listed, Shots


class TestShots(metaclass=Shots):
    def test_cart_is_drawn(self, plain):
        pay(plain)


class MoreShots(metaclass=Shots):
    pass


class TestMoreShots(MoreShots):
    def test_cart_is_drawn(self, plain):
        pay(plain)


class TestListed(metaclass=Listed):
    def test_cart_is_listed(self, plain):  # TQ201
        pay(plain)


class TestAbstract(ABC, metaclass=ABCMeta):
    def test_cart_is_paid(self, plain):  # TQ201
        pay(plain)


def test_product_that_knows_the_runner(plain):
    assert_same_total(pay(plain), plain)


def test_product_that_does_not(plain):  # TQ201
    validate_cart(pay(plain))


def test_product_beside_an_assertion(plain):  # TQ201
    pay_twice(plain)


def test_product_that_knows_mocks(plain):  # TQ201
    validate_till(plain)
