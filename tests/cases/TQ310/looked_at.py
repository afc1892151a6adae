"""Tries that say more than a raises block would, and their twins that do not."""

import asyncio
import inspect
import unittest

import anyio
import pytest
from _pytest._code import ExceptionInfo

from shop import Late, charge, guard, raises, report


def test_message_with_values(names):
    for name in names:
        try:
            charge(name)
        except ValueError:
            pytest.fail(f"{name} was refused")
    for name in names:
        try:
            charge(name)
        except ValueError as error:
            label = "shop." + name
            raise AssertionError("no %s" % label) from error
    try:
        charge(1)
    except ValueError as error:
        pytest.fail(f"refused: {error.reason}")
    try:
        assert charge(1) == 2
    except AssertionError:
        raise AssertionError("refused {}".format(charge.calls)) from None
    for name in names:
        try:  # TQ310
            charge(name)
        except ValueError as error:
            pytest.fail(f"refused {error!r} ({type(error)}, {str(error)})")
    for name in names:
        try:  # TQ310
            charge(name)
        except ValueError as error:
            pytest.fail("refused: %s" % error)


def test_time_limit():
    try:
        charge(1)
    except TimeoutError:
        pytest.fail("the till is locked")
    try:  # TQ310
        charge(1)
    except TimeoutError:
        pytest.fail()


def test_clean_up_before_it_fails(account):
    try:
        charge(1)
    except ValueError:
        if account.is_open:
            account.close()
        pytest.fail("refused")


def test_exit():
    try:
        charge(1)
    except SystemExit:
        pytest.fail("left")


def test_raised_again_by_name(names):
    try:
        charge(-1)
    except ValueError as error:
        assert error.amount == -1
        raise error
    try:  # TQ310
        charge(-1)
    except ValueError as error:
        assert error.amount == -1
        report(error)


def test_retried_until_it_raises():
    with pytest.raises(ValueError):
        for _ in range(3):
            try:
                charge(-1)
            except Late as error:
                assert error.amount == -1
    with guard():
        for _ in range(3):
            try:  # TQ310
                charge(-1)
            except Late as error:
                assert error.amount == -1


def test_exception_at_hand():
    try:
        charge(-1)
    except ValueError:
        found = ExceptionInfo.from_current()
        assert found.typename == "ValueError"
    try:
        charge(-1)
    except ValueError:
        assert inspect.trace()[-1].function == "charge"
    try:
        pytest.skip("é")
    except pytest.skip.Exception as error:
        assert str(error) == "é"


def test_own_raises():
    try:
        raises(ValueError, charge)
        assert False
    except TypeError as error:
        assert str(error) == "é"
    try:
        with raises(ValueError):
            charge(1)
        assert False
    except AssertionError as error:
        assert str(error) == "é"


def test_entry_that_was_missing(names):
    seen = {}
    for name in names:
        try:
            seen[name] += 1
            pytest.fail("twice")
        except KeyError:
            seen[name] = 1


def test_need_not_be_raised():
    try:
        charge(1)
    except Late as error:
        # usually it is in time
        assert error.amount == 1
    try:
        charge(1)
    except Exception as error:
        assert not isinstance(error, TypeError)
        assert "é" not in str(error)
    try:  # TQ310
        charge(1)
    except Late as error:  # type: ignore[attr-defined]
        # the amount is told
        assert error.amount == 1


def test_flag():
    refused = False
    try:  # TQ310
        charge(-1)
    except ValueError as error:
        assert error.amount == -1
        refused = True
    assert refused


def test_returns():
    try:  # TQ310
        charge(-1)
    except ValueError as error:
        assert error.amount == -1
        return
    assert False


async def test_scope_inside():
    try:
        with anyio.CancelScope() as scope:
            scope.cancel()
            await charge(1)
    except asyncio.CancelledError:
        pytest.fail("cancelled")
    with anyio.CancelScope():
        try:
            await charge(1)
        except BaseException as error:
            report(error)
        else:
            pytest.fail("not cancelled")


class ToolTest(unittest.TestCase):
    def test_tool(self):
        try:
            self.failUnlessEqual(1, 2)
        except self.failureException as error:
            self.assertEqual(str(error), "é")
        else:
            self.fail("no failure")
        try:  # TQ310
            self.failUnlessEqual(1, 2)
        except self.failureException as error:
            self.assertEqual(str(error), "é")


def test_why_not(account):
    # assertRaises cannot be used: it deletes the traceback
    try:
        charge(-1)
    except ValueError as error:
        assert error.amount == -1
    else:
        pytest.fail("no error")
    # poor man's raises
    try:  # TQ310
        charge(-1)
    except ValueError as error:
        assert error.amount == -1
    else:
        pytest.fail("no error")


def test_what_is_installed():
    try:
        import shop.extra
    except ImportError:
        assert charge(1) == 1
    try:  # TQ310
        import shop.none
    except ImportError as error:
        assert "none" in str(error)


def test_versions():
    try:
        # older versions raise here
        charge(1)
    except ValueError as error:
        assert error.amount == 1


def test_statements_themselves():
    try:
        assert False
    except AssertionError as error:
        assert not error.args
    else:
        pytest.fail("no error")
    try:
        pass
    except ValueError:
        seen = True
    else:
        raise ValueError("é")
    assert seen


@pytest.mark.parametrize("amount", [1, -1])
def test_cases(amount):
    try:
        charge(amount)
    except ValueError:
        assert amount == -1
    assert charge.calls == 1


def test_no_case(account):
    try:  # TQ310
        charge(account)
    except ValueError:
        assert account.total == -1
