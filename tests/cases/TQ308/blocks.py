"""Blocks of several statements that could raise, and blocks with only one."""

import asyncio
import gc
import unittest
import warnings
from unittest import mock

import pytest
from pytest import raises

from shop import Account, audit, open_account


def test_set_up_inside():
    with pytest.raises(ValueError):  # TQ308
        account = Account("é")
        account.withdraw(20)


def test_other_names():
    with raises(ValueError):  # TQ308
        audit()
        audit()
    with pytest.warns(UserWarning):  # TQ308
        account = Account(1)
        account.close()
    with audit(), pytest.raises(ValueError, match="é"):  # TQ308
        audit()
        audit()


async def test_async():
    with pytest.raises(ValueError):  # TQ308
        account = await open_account()
        await account.withdraw(20)


def test_nested(account):
    with pytest.raises(ValueError):  # TQ308
        with audit():
            account.deposit(1)
            account.withdraw(20)
    with pytest.raises(ValueError):  # TQ308
        for amount in (1, 2):
            account.deposit(amount)
            account.withdraw(20)
    with pytest.raises(ValueError):  # TQ308
        if account.is_open():
            account.withdraw(20)
    with pytest.raises(AssertionError):  # TQ308
        account.withdraw(20)
        assert account.total == 1
    with pytest.raises(AttributeError):  # TQ308
        account.limit = 3
        account.withdraw(20)


class AccountTest(unittest.TestCase):
    def test_block(self):
        with self.assertRaises(ValueError):  # TQ308
            account = Account(1)
            account.withdraw(20)
        with self.assertRaisesRegex(ValueError, "é"):  # TQ308
            audit()
            audit()
        with self.assertWarns(UserWarning):  # TQ308
            audit()
            audit()
        with self.assertLogs("shop"):
            audit()
            audit()

    def test_one(self):
        with self.assertRaises(ValueError):
            Account(1).withdraw(20)
        self.assertRaises(ValueError, audit)
        with self.assertRaises(ValueError):
            audit()
            self.fail("no error")


def test_one_statement(account):
    with pytest.raises(ValueError):
        account.withdraw(20)
    with pytest.raises(ValueError):
        with audit():
            account.withdraw(20)
    with pytest.raises(ValueError):
        with audit():
            pass
    with pytest.raises(ValueError):
        for amount in (1, 2):
            account.withdraw(amount)
    with pytest.raises(ValueError):
        for _ in account.entries():
            pass
    with pytest.raises(ValueError):
        with audit(), audit():
            account.withdraw(20)
    with pytest.raises(ValueError):
        if account:
            account.withdraw(20)
        else:
            account.deposit(20)


async def test_one_statement_async(account):
    with pytest.raises(ValueError):
        async with audit() as trail:
            await account.withdraw(20, trail)
    with pytest.raises(ValueError):
        async for _ in account.entries():
            pass


def test_set_up_of_literals(account):
    with pytest.raises(ValueError):
        amount = 20
        names = ["é", {"a": (1, None)}]
        other = account
        double = mock.Mock(return_value=3)

        def twice(value):
            return value * 2

        account.withdraw(amount, names, other, double, twice)


def test_closing_fail(account):
    with pytest.raises(ValueError):
        account.withdraw(20)
        pytest.fail("no error")


def test_clean_up_on_the_way_out(account):
    with pytest.raises(ValueError):
        try:
            account.withdraw(20)
        finally:
            account.close()


def test_own_exception_through_a_manager(account):
    with pytest.raises(ValueError):
        with audit() as trail:
            trail.append(account)
            raise ValueError("é")


def test_dropped_object(account):
    with pytest.warns(ResourceWarning):
        del account
        gc.collect()


async def test_cancelled(scope):
    with pytest.raises(asyncio.CancelledError):
        scope.cancel()
        await asyncio.sleep(1)


def helper(account):
    with pytest.raises(ValueError):
        account.deposit(1)
        account.withdraw(20)


async def test_deadline_hands_on_what_it_caught(limit):
    with pytest.raises(TimeoutError), limit(1):
        try:
            await wait()
        except asyncio.CancelledError as error:
            assert "deadline" in str(error)
            raise
        else:
            pytest.fail("was not cancelled")


async def test_handler_with_two_calls(limit):
    with pytest.raises(TimeoutError):  # TQ308
        try:
            await wait()
        except asyncio.CancelledError as error:
            limit.close()
            report(error)
            raise


def test_exceptions_are_made_without_risk(account, monkeypatch):
    with pytest.raises(ValueError):
        given = (OSError, OSError("é"), None)
        account.report(given)
    with pytest.raises(ValueError):
        monkeypatch.setenv("LIMIT", "1")
        account.withdraw(20)
    with pytest.raises(ValueError):  # TQ308
        monkeypatch.setenv("LIMIT", account.limit())
        account.withdraw(20)
    with pytest.raises(ValueError):  # TQ308
        given = (OSError, account.error(), None)
        account.report(given)


async def test_group_of_tasks(account):
    with pytest.raises(ExceptionGroup) as caught:
        async with asyncio.TaskGroup() as group:
            account.watch(group)
            await account.close()
    assert len(caught.value.exceptions) == 1
    with pytest.raises(ValueError):  # TQ308
        async with asyncio.TaskGroup() as group:
            account.watch(group)
            await account.close()


def test_warnings_of_the_test_itself():
    with pytest.warns(UserWarning, match="é"):
        warnings.warn("é", UserWarning)
        warnings.warn("other", DeprecationWarning)
    with pytest.warns(UserWarning, match="é"):  # TQ308
        warnings.warn("é", UserWarning)
        audit()


async def test_exception_that_comes_at_an_await(account):
    with pytest.raises(OSError):
        async with account.watch() as line:
            line.set_exception(OSError("é"))
            await line.read()
    with pytest.raises(OSError):  # TQ308
        async with account.watch() as line:
            line.set_exception(account.error())
            await line.read()


def test_repeated_until_it_raises(account):
    with pytest.raises(OverflowError):
        while True:
            account.deposit(1)
            account.audit()
    with pytest.raises(OverflowError):  # TQ308
        while account.is_open():
            account.deposit(1)
            account.audit()
    with pytest.raises(OverflowError):  # TQ308
        while True:
            account.deposit(1)
            if account.audit():
                break


def test_step_of_a_variant(account):
    with pytest.raises(LookupError):
        if not _LAZY:
            account.load()
        account.entries()
    with pytest.raises(LookupError):
        if sys.platform == "win32":
            account.load()
        account.entries()
    with pytest.raises(LookupError):  # TQ308
        if not _LAZY:
            account.load()
        account.entries()
        account.close()
    with pytest.raises(LookupError):  # TQ308
        if account.lazy:
            account.load()
        account.entries()


def test_sums_of_literals(account):
    with pytest.raises(TimeoutError):
        data = b"*" * 1024 * 1024
        account.write(data)
    with pytest.raises(TypeError):  # TQ308
        data = "total " + 3
        account.write(data)
    with pytest.raises(ZeroDivisionError):  # TQ308
        part = 100 / account.parts
        account.write(part)
