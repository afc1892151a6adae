import contextlib
import logging
import unittest
from contextlib import suppress

import pytest as pt

log = logging.getLogger(__name__)


def test_pass(cart):
    try:
        assert cart.total == 6  # TQ207
    except AssertionError:
        pass


def test_exception(cart):
    try:
        total = cart.total()
        assert total == "größer"  # TQ207
    except Exception as error:
        print(error)
        log.error("failed", exc_info=True)


def test_base(cart):
    try:
        with cart.open():
            assert cart.total == 6  # TQ207
    except BaseException:
        return


def test_bare(cart):
    try:
        assert cart.total == 6  # TQ207
    except:
        assert True


def test_tuple(cart):
    try:
        assert cart.total == 6  # TQ207
    except (ValueError, AssertionError):
        ...


def test_suppress(cart):
    with contextlib.suppress(AssertionError):
        assert cart.total == 6  # TQ207


def test_suppress_more(cart):
    with suppress(ValueError, Exception):
        assert cart.total == 6  # TQ207


async def test_async(cart):
    try:
        assert await cart.total() == 6  # TQ207
    except Exception:
        pass


class CartTest(unittest.TestCase):
    def test_case(self):
        try:
            self.assertEqual(self.cart.total, 6)  # TQ207
        except Exception:
            pass

    def test_expected_failure_by_hand(self):
        try:
            self.cart.redeem("X")
            self.fail("no error")  # TQ207
        except Exception:
            pass


# ------------------------------------------------------------ silent


def test_narrow(cart):
    try:
        assert cart.total == 6
    except ValueError:
        pass


def test_import():
    try:
        import shop
        assert shop.total == 6
    except ImportError:
        pt.skip("no shop")


def test_raises_again(cart):
    try:
        assert cart.total == 6
    except Exception:
        print(cart)
        raise


def test_fails(cart):
    try:
        assert cart.total == 6
    except Exception as error:
        pt.fail(str(error))


def test_stored(cart):
    failure = None
    try:
        assert cart.total == 6
    except AssertionError as error:
        failure = error
    assert failure is None


def test_collected(cart):
    failures = []
    for item in cart:
        try:
            assert item.price
        except AssertionError as error:
            failures.append(error)
    assert failures == []


def test_first_handler_counts(cart):
    try:
        assert cart.total == 6
    except AssertionError:
        raise
    except Exception:
        pass


def test_other_check(cart):
    try:
        assert cart.total == 6
    except AssertionError:
        assert cart.total == 7


def test_meant_to_fail(cart):
    try:
        assert cart.total == 6
    except AssertionError:
        pass
    else:
        pt.fail("no error")


def test_meant_to_fail_in_body(cart):
    try:
        cart.assert_total(6)
        pt.fail("no error")
    except AssertionError:
        pass


def test_pytest_failure_is_no_exception(cart):
    try:
        with pt.raises(ValueError):
            cart.redeem("X")
    except Exception:
        pass


def test_retries(cart):
    for _ in range(5):
        try:
            assert cart.total == 6
            break
        except AssertionError:
            cart.wait()
    else:
        pt.fail("never")


def test_polls(cart):
    while True:
        try:
            assert cart.total == 6
            return
        except AssertionError:
            pass


def test_expected(cart):
    with pt.raises(AssertionError):
        assert cart.total == 6


def test_in_else(cart):
    try:
        cart.pay()
    except Exception:
        pass
    else:
        assert cart.total == 6


class OwnAssertionTest(unittest.TestCase):
    def test_assertion_under_test(self):
        try:
            self.assertNoResult(self.cart)
        except self.failureException:
            pass
        self.assertEqual(self.cart.total, 6)
