import subprocess
import unittest
from unittest import mock as m

import numpy as np
import pytest as pt
from hypothesis import given, strategies as st
from pytest import raises as r
from assertpy import assert_that
from sure import expect


def test_plain(cart):  # TQ201
    cart.add("Apfel", 3)


async def test_async(cart):  # TQ201
    await cart.add("Apfel", 3)


@pt.mark.parametrize("count", [1, 2])
@m.patch("shop.mail")
def test_decorated(mail, cart, count):  # TQ201
    cart.add("äpfel", count)


def test_checkout_is_no_check(cart):  # TQ201
    cart.checkout()
    cart.expected_total()


class TestCart:
    def test_method(self, cart):  # TQ201
        cart.add("apple", 3)


class CartTest(unittest.TestCase):
    def setUp(self):
        self.cart = make_cart()

    def test_case(self):  # TQ201
        with self.subTest("one"):
            self.cart.add("apple", 3)

    async def test_async_case(self):  # TQ201
        await self.cart.add("apple", 3)

    def test_base_of_file(self):
        self.run_case("apple")

    def run_case(self, name):
        self.assertEqual(self.cart.add(name, 1), 1)

    def test_fails_itself(self):
        if self.cart.empty:
            self.fail("empty")

    def test_super(self):  # TQ201
        super().test_super()


class TornDown(unittest.TestCase):
    def tearDown(self):
        self.assertEqual(self.cart.open_locks, 0)

    def test_add(self):
        make_cart().add("apple", 3)


# ------------------------------------------------------------ names that say so


def test_names(cart):
    check_total(cart)


def test_private_camel(cart):
    cart._assertTotal(6)


def test_words(cart):
    cart.verify()


def test_words_2(cart):
    cart.validate_all()


def test_words_3(cart):
    cart.total.should.equal(3)


def test_keyword(client):
    client.get("/cart", expected_status_code=200)


def test_eq(cart):
    eq_(cart.total(), 6)


def test_alias(cart):
    same = cart.check_total
    same(6)


def test_matcher(pytester):
    result = pytester.runpytest()
    result.stdout.fnmatch_lines(["*1 passed*"])


def test_raise_for_status(client):
    client.get("/").raise_for_status()


def test_subprocess():
    subprocess.run(["shop", "--version"], check=True)


def test_subprocess_2():
    subprocess.check_call(["shop", "--version"])


def test_numpy(cart):
    np.testing.assert_allclose(cart.prices(), [1.0])


def test_assertpy(cart):
    assert_that(cart.total()).is_equal_to(6)


def test_sure(cart):
    expect(cart.total()).to.equal(6)


def test_raises_alias(cart):
    with r(LookupError):
        cart.redeem("X")


def test_call_form(cart):
    pt.raises(LookupError, cart.redeem, "X")


def test_mock(cart):
    mailer = m.Mock()
    cart.pay(mailer)
    mailer.send.assert_called_once_with("Thank you")


def test_queries(client, django_assert_num_queries):
    with django_assert_num_queries(2):
        client.get("/")


def test_snapshot(cart, data_regression):
    data_regression.check(cart.to_dict())


def test_snapshot_2(cart, snapshot):
    snapshot(cart.to_dict())


def test_page(page):
    page.expect_response("**/cart")


# ------------------------------------------------------------ failures by hand


def test_try_fails(cart):
    try:
        cart.pay()
    except ValueError:
        pt.fail("cannot pay")


def test_raises_by_hand(cart):
    if cart.total() != 6:
        raise AssertionError("wrong total")


def test_context_under_test(cart):
    with cart.ignoring(ValueError):
        raise ValueError


# ------------------------------------------------------------ declared


def test_smoke(cart):
    cart.pay()


def test_pay_does_not_raise(cart):
    cart.pay()


def test_pay_without_error(cart):
    cart.pay()


def test_pay_no_errors(cart):
    cart.pay()


def test_docstring(cart):
    """Paying twice should not crash."""
    cart.pay()


def test_comment(cart):
    cart.pay()
    # must not raise


def test_user_not_found_error(cart):  # TQ201
    cart.user("nobody")


def test_benchmark(benchmark, cart):
    benchmark(cart.pay)


@pt.mark.benchmark
def test_benchmark_mark(cart):
    cart.pay()


@pt.mark.performance
def test_performance_mark(cart):
    cart.pay()


@pt.mark.skip(reason="slow")
def test_skipped(cart):
    cart.pay()


@pt.mark.xfail
def test_xfailed(cart):
    cart.pay()


@unittest.skip("slow")
def test_skipped_by_unittest(cart):
    cart.pay()


def test_skips_itself(cart):
    pt.skip("later")
    cart.pay()


@given(st.integers())
def test_given(number):
    make_cart().add("apple", number)


@unknown.runs_and_compares
def test_unknown_decorator(cart):
    cart.pay()


def test_hands_back(cart):
    return cart.pay_later()


def test_forgotten(cart):
    cart.total() == 6


def test_no_call():
    x = 1


# ------------------------------------------------------------ helpers


def one(cart):
    two(cart)


def two(cart):
    three(cart)


def three(cart):
    assert cart.total() == 6


def zero(cart):
    one(cart)


def round_about(cart):
    round_and_back(cart)


def round_and_back(cart):
    round_about(cart)


def test_three_deep(cart):
    one(cart)


def test_four_deep(cart):  # TQ201
    zero(cart)


def test_recursive(cart):  # TQ201
    round_about(cart)


def test_callback(cart):
    cart.on_pay(three)


def test_nested(cart):
    def seen(total):
        assert total == 6

    cart.on_pay(seen)


def test_lambda_calls_helper(cart):
    cart.on_pay(lambda: one(cart))


def test_program():
    exec("from shop import total\nassert total() == 6\n")


@pt.fixture
def locked_cart():
    cart = make_cart()
    yield cart
    assert cart.locks == 0


def test_fixture_teardown(locked_cart):
    locked_cart.pay()


def test_recording_when_disabled():
    # None of these should raise
    charge(1)


def test_closed_twice():
    # we would still like to avoid exploding here
    charge(1)


def test_parser():
    # just checking that a parser can be made
    charge(1)


def test_clock():
    # with the wrong threshold the next line would block forever
    charge(1)


def test_missing_messages():
    """It is tolerant of carts without messages."""
    charge(1)


def test_rate_is_within_tolerance():  # TQ201
    """The rate is within tolerance."""
    charge(1)


class TestDeprecated(TestCase):
    def test_old_name(self):
        self.getDeprecatedModuleAttribute("shop", "charge", 3)


def test_cleans_up():  # TQ201
    # to avoid problems in the next test
    charge(1)


def test_future():
    # No TimeoutError.
    charge(1)


def test_item():
    # just to make sure that we cover this
    charge(1)


def test_terminates():
    """Two shapes led to an endless loop."""
    charge(1)


def test_network():
    # this will throw ValueError if host bits are set
    charge(1)


def test_publisher():
    # The lack of an exception thus far is a success.
    charge(1)


def test_order_should_succeed(shop):  # TQ201
    shop.order("apple")


def test_receipt(shop):  # TQ201
    shop.order("apple")  # this triggers the mail


def test_bank_is_left_alone():
    with m.patch("shop.bank.charge", side_effect=AssertionError):
        charge(0)


@m.patch("shop.bank.charge", side_effect=AssertionError("no money is due"))
def test_bank_is_left_alone_too(bank):
    charge(0)


def test_bank_that_is_down():
    with m.patch("shop.bank.charge", side_effect=OSError):
        charge(1)


def test_bank_that_is_up():  # TQ201
    with m.patch("shop.bank.charge", side_effect=[1, 2]):
        charge(1)


def test_foreign_words():
    """The search does not trip over umlauts."""
    charge("Äpfel")


def test_trip():  # TQ201
    """The second order does not trip the alarm."""
    charge(2)


class TestHandles:
    def use_handle(self, name):
        charge(name)
        charge(name + "s")

        # The handle is looked up instead of raising an error.

    def close_handle(self, name):
        # the till is closed first
        charge(name)

    def test_apple(self):
        self.use_handle("apple")

    def test_pear(self):  # TQ201
        self.close_handle("pear")


def test_of_compiler():
    if MISSING:
        skip("no compiler")


def test_of_player(player):  # TQ201
    player.skip("intro")


def test_order_of_nobody(shop):
    # A customer is optional, so None should
    # also be allowed.
    shop.order("apple", customer=None)


def test_order_of_staff(shop):  # TQ201
    """Staff should be allowed to order."""
    shop.order("apple", customer="staff")


def test_order_should_be_allowed(shop):  # TQ201
    shop.order("apple")


def test_cart():
    """A cart can be instantiated with nothing but an owner."""
    make_cart("Ada")


def test_cart_as_text():
    """
    Carts can be pickled.
    """
    dump(make_cart("Ada"))


def test_cart_as_key():
    # Make sure that it is hashable
    index(make_cart("Ada"))


def test_cart_of_nobody():
    """Instantiation works."""
    make_cart(None)


def test_cart_without_owner():
    """A cart can be created without an owner."""
    make_cart()


def test_cart_can_be_instantiated():  # TQ201
    make_cart("Ada")


def test_new_cart(shop):  # TQ201
    """A cart can be created."""
    shop.create("cart")


def test_second_cart(shop):
    shop.create("cart")
    shop.create("cart")
    # No assertion required: the second one is refused by an error.


def test_voucher(shop):
    """An empty voucher does not trip."""
    shop.redeem("")


@pt.mark.timeout(5)
def test_deadlock_of_tills(shop):
    shop.close()
    shop.close()


@pt.mark.timeout(5)
def test_second_till(shop):
    """Closing a till must never block the other one."""
    shop.close(1)


@pt.mark.timeout(5)
def test_slow_till(shop):  # TQ201
    """Closing a till takes a while."""
    shop.close(2)


def test_blocking_till(shop):  # TQ201
    """Closing a till can block the other one."""
    shop.close(3)


@pt.mark.timeout(5)
def test_block(shop):  # TQ201
    """The tills of a block close together."""
    shop.close(4)


in_order = functools.partial(timing.assert_order, strict=True)
in_disorder = functools.partial(timing.disorder, strict=True)


def test_partial_of_check(shop):
    in_order(shop.items())


def test_partial(shop):  # TQ201
    in_disorder(shop.items())


def test_called_all_the_same(cart):
    # called so that nothing errors
    cart.checkout()


def test_called_for_nothing(cart):  # TQ201
    # nothing is paid before that
    cart.checkout()
