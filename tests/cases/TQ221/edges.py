import unittest
from contextlib import suppress

import pytest
import pytest as pt
from pytest import raises as r

from shop import Base, Sold, atomic, guard


class Own(Exception):
    pass


def test_with():
    with pytest.raises(Sold):  # TQ221
        raise Sold("äpfel")


def test_aliases():
    with pt.raises(ValueError):  # TQ221
        raise ValueError
    with r(Own):  # TQ221
        number = 1
        raise Own(number)


async def test_async():
    with r(KeyError):  # TQ221
        raise KeyError("x")


def test_builtin_match():
    with r(ValueError, match="boom"):  # TQ221
        raise ValueError("boom")


def test_nested_function():
    def fail():
        raise ValueError("x")

    with r(ValueError):  # TQ221
        fail()


def test_try():
    try:  # TQ221
        raise ValueError("boom")
    except ValueError as error:
        assert str(error) == "boom"


def test_try_broad():
    try:  # TQ221
        raise Sold("boom")
    except Exception:
        assert 1 + 1 == 2


class TestSold(unittest.TestCase):
    def test_with(self):
        with self.assertRaises(Sold):  # TQ221
            raise Sold("x")

    def test_regex(self):
        with self.assertRaisesRegex(Sold, "x"):
            raise Sold("x")

    def test_try(self):
        try:  # TQ221
            raise KeyError("x")
        except KeyError as error:
            self.assertEqual(error.args, ("x",))


def test_context_manager_around():
    with r(Sold):
        with atomic():
            raise Sold("x")
    with r(Sold), atomic():
        raise Sold("x")


@guard
def test_decorator_around():
    with r(Sold):
        raise Sold("x")


def test_handler_around():
    with r(Sold):
        try:
            raise KeyError("x")
        except KeyError as error:
            guard(error)


def test_value_is_inspected():
    with r(Sold, match="apple"):
        raise Sold("apple")
    with r(Sold) as caught:
        raise Sold("apple")
    assert caught.value.item == "apple"


def test_hierarchy():
    with r(Base):
        raise Sold("x")


def test_try_with_the_value():
    try:
        raise Sold("x")
    except Sold as error:
        assert error.item == "x"


def test_handler_under_test():
    try:
        raise ValueError("x")
    except ValueError as error:
        assert guard(error) == "x"


def test_code_raises():
    with r(Sold):
        guard("x")
    with suppress(Sold):
        raise Sold("x")


def test_other_assertions():
    try:
        raise ValueError("x")
    except ValueError:
        pass
    assert guard("x")
