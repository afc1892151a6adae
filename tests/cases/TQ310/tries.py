"""raises by hand, and tries that are something else."""

import asyncio
import subprocess
import traceback
import unittest

import anyio
import pytest

from shop import Late, charge, guard, retry


def test_fail_at_the_end():
    try:  # TQ310
        charge("é")
        pytest.fail("no error")
    except ValueError:
        pass


def test_fail_in_else():
    try:  # TQ310
        charge(-1)
    except ValueError as error:
        assert error.amount == -1
    else:
        pytest.fail("no error")


def test_false_at_the_end():
    try:  # TQ310
        charge(-1)
        assert False, "no error"
    except ValueError:
        pass


def test_raise_at_the_end():
    try:  # TQ310
        charge(-1)
        raise RuntimeError("no error")
    except ValueError as error:
        assert error.amount == -1


def test_assert_in_except():
    try:  # TQ310
        charge(-1)
    except ValueError as error:
        assert error.amount == -1


def test_nothing_needed():
    try:  # TQ310
        charge(1)
    except ValueError:
        pytest.fail("refused")


def test_nothing_needed_bare():
    try:  # TQ310
        charge(1)
    except:  # noqa: E722
        assert False


async def test_async():
    try:  # TQ310
        await charge(1)
    except ValueError as error:
        pytest.fail(f"refused: {error}")


def test_over_data():
    for amount in (-1, -2):
        try:  # TQ310
            charge(amount)
        except ValueError as error:
            assert error.amount == amount


class ChargeTest(unittest.TestCase):
    def test_fail(self):
        try:  # TQ310
            charge(-1)
            self.fail("no error")
        except ValueError:
            pass

    def test_assert(self):
        try:  # TQ310
            charge(-1)
        except ValueError as error:
            self.assertEqual(error.amount, -1)

    def test_nothing_needed(self):
        with guard():
            try:  # TQ310
                charge(-1)
            except ValueError:
                self.fail("refused")


def test_clean_up(account):
    try:
        assert charge(account) == 1
    finally:
        account.close()
    try:
        charge(account)
    except ValueError as error:
        assert error.amount == 1
    finally:
        account.close()


def test_told_apart():
    try:
        charge(-1)
    except KeyError:
        pytest.fail("key")
    except ValueError as error:
        assert error.amount == -1


def test_both_ways_are_checked():
    try:
        result = charge(-1)
    except ValueError as error:
        assert error.amount == -1
    else:
        assert result.amount == -1


def test_retried():
    while True:
        try:
            charge(1)
            break
        except Late:
            assert retry()
    for _ in range(3):
        try:
            charge(1)
        except Late:
            assert retry()
            continue


def test_raised_again():
    try:
        charge(-1)
    except ValueError as error:
        if error.amount == -1:
            raise
        assert error.amount


def test_skipped_without():
    try:
        import shop.extra
    except ImportError:
        pytest.skip("no extra")
    assert shop.extra.total() == 1


def test_only_swallowed():
    try:
        charge(-1)
    except ValueError:
        pass
    assert charge.calls == 1


def test_own_exception_at_hand():
    try:
        raise ValueError("é")
    except ValueError as error:
        assert guard(error).amount == "é"
    try:
        1 / 0
    except ZeroDivisionError:
        assert guard().amount == 0

    def fail():
        raise KeyError("é")

    try:
        fail()
    except KeyError as error:
        assert guard(error).key == "é"


def helper():
    try:
        charge(1)
    except ValueError:
        pytest.fail("refused")


def test_skip_is_no_failure():
    try:
        charge(1)
    except unittest.SkipTest:
        pytest.fail("skipped")
    try:
        charge(1)
    except pytest.skip.Exception:
        pytest.fail("skipped")
    try:
        charge(1)
    except (ValueError, KeyboardInterrupt):
        pytest.fail("interrupted")


def test_some_items_may_be_gone(charges):
    for item in charges:
        try:
            charge(item)
        except OSError as error:
            assert error.errno == errno.ENOENT
    for item in charges:
        try:  # TQ310
            charge(item)
        except OSError as error:
            assert error.amount == 0
    try:  # TQ310
        charge(None)
    except OSError as error:
        assert error.errno == errno.ENOENT


def test_trace_at_hand():
    try:
        charge(-1)
        pytest.fail("no error")
    except ValueError:
        assert "in charge" in traceback.format_exc()
    try:
        charge(-1)
    except ValueError as error:
        assert error.__traceback__.tb_next.tb_frame.f_code.co_name == "charge"
    else:
        pytest.fail("no error")
    try:  # TQ310
        charge(1)
    except ValueError:
        pytest.fail(traceback.format_exc())


def test_diagnosis_before_it_fails(log):
    try:
        charge(1)
    except ValueError as error:
        log.error("is the till open? %s", error)
        raise AssertionError("refused") from error
    try:
        charge(1)
    except ValueError:
        print("the till was", guard().state)
        pytest.fail("refused")
    try:  # TQ310
        charge(1)
    except ValueError as error:
        print(error)
        pytest.fail("refused")
    try:  # TQ310
        charge(1)
    except ValueError as error:
        traceback.print_exc()
        said = f"refused: {error}"
        pytest.fail(said)


async def test_cancelling_is_swallowed_around():
    with anyio.CancelScope() as scope:
        scope.cancel()
        try:
            await charge(1)
        except anyio.get_cancelled_exc_class():
            pytest.fail("cancelled")
    with anyio.CancelScope():
        try:  # TQ310
            await charge(1)
        except ValueError:
            pytest.fail("refused")
    with guard():
        try:  # TQ310
            await charge(1)
        except asyncio.CancelledError:
            pytest.fail("cancelled")


def test_output_of_the_program():
    try:
        charge(1)
    except subprocess.CalledProcessError as error:
        printed = error.output.decode()
        raise AssertionError("refused:\n{}".format(printed)) from None
    try:  # TQ310
        charge(1)
    except subprocess.CalledProcessError as error:
        said = error.args[0]
        raise AssertionError("refused:\n{}".format(said)) from None
    try:  # TQ310
        charge(1)
    except subprocess.CalledProcessError as error:
        said = str(error)
        raise AssertionError("refused:\n{}".format(said)) from None
