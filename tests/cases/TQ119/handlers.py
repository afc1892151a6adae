import unittest
from unittest import SkipTest

import pytest
from pytest import skip


def test_exception(cart):
    try:
        assert cart.total == 1
    except Exception:
        pytest.skip("日本")  # TQ119


def test_bare(cart):
    try:
        cart.open()
    except:
        cart.log()
        skip("closed")  # TQ119


async def test_base(cart):
    try:
        await cart.open()
    except (ValueError, BaseException) as error:
        pytest.skip(  # TQ119
            f"closed: {error}",
        )


def test_nested(cart):
    try:
        cart.open()
    except AssertionError:
        with cart:
            raise SkipTest("closed")  # TQ119


class CartTest(unittest.TestCase):
    def test_total(self):
        try:
            self.assertEqual(total(), 1)
        except Exception as error:
            self.skipTest(str(error))  # TQ119

    def test_narrow(self):
        try:
            self.assertEqual(total(), 1)
        except OSError:
            raise unittest.SkipTest("closed")


@pytest.fixture
def shop():
    try:
        return open_shop()
    except Exception:
        pytest.skip("no shop")  # TQ119


def test_import():
    try:
        import numpy
    except ImportError:
        pytest.skip("no numpy")
    try:
        import scipy
    except Exception:
        pytest.skip("no scipy")
    assert numpy.total(scipy) == 1


def test_narrow(cart):
    try:
        cart.open()
    except (OSError, ValueError):
        pytest.skip("closed")


def test_looks_first(cart):
    try:
        cart.open()
    except Exception as error:
        if "closed" in str(error):
            pytest.skip("closed")
        raise


def test_guarded(cart):
    try:
        cart.open()
    except Exception as error:
        if cart.is_open:
            raise
        pytest.skip(str(error))


def test_else(cart):
    try:
        cart.open()
    except Exception:
        cart.log()
    else:
        pytest.skip("open")
    finally:
        pytest.skip("always")


def test_inner(cart):
    try:
        cart.open()
    except Exception:
        def later():
            pytest.skip("later")

        cart.on_close(later)


def test_two_skips():
    try:
        check_total()
    except BaseException as error:
        if is_slow():
            raise unittest.SkipTest("slow")  # TQ119
        pytest.skip(f"{error}")  # TQ119
