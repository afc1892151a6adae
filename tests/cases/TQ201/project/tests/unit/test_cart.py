from shop import checks
from shop._testutils import CleanCase, TidyCase, assert_unpaid
from shop.checks import assert_, assert_open, check_goods, check_total, pay, validate_cart
from tests import helpers as h
from tests.base import Base
from tests.helpers import Driver, compare as same


def test_product_word(plain):  # TQ201
    validate_cart(plain)


def test_product_word_by_module(plain):  # TQ201
    checks.validate_cart(plain)


def test_product_for_tests(plain):
    assert_unpaid(pay, plain)


def test_product_asserts(plain):
    check_total(plain)


def test_product_function_in_place_of_assert(plain):
    pay(plain)
    assert_(plain.paid)


def test_product_guard_with_the_word(plain):  # TQ201
    pay(plain)
    assert_open(plain)


def test_product_guard_with_another_word(plain):  # TQ201
    pay(plain)
    check_goods(plain)


def test_product_plain(plain):  # TQ201
    pay(plain)


def test_fixture_of_conftest(watched):
    pay(watched)


def test_imported_helper(plain):
    same(pay(plain), None)


def test_imported_module(plain):
    h.compare(pay(plain), None)


def test_helper_that_checks_nothing(plain):  # TQ201
    h.looks_at(plain)


def test_object_that_checks(plain):
    driver = Driver()
    driver.drives(plain)


def test_object_that_does_not(plain):  # TQ201
    driver = Driver()
    driver.idles(plain)


class CartTest(Base):
    def test_base_checks(self):
        self.run_case(pay([]))

    def test_base_prepares(self):  # TQ201
        self.prepare(pay([]))


class TestCleanCart(CleanCase):
    def test_pay(self):
        pay(3)


class TestTidyCart(TidyCase):
    def test_pay(self):  # TQ201
        pay(3)


def test_word_of_a_product_object():  # TQ201
    ledger = checks.Ledger()
    ledger.validate()


def test_word_that_is_inherited():  # TQ201
    checks.Journal().validate()


def test_product_object_asserts():
    ledger = checks.Journal()
    ledger.verify()


def test_word_of_an_unknown_object(ledger):
    ledger.validate()


def test_word_of_a_helper_object():
    driver = Driver()
    driver.check_seat()
