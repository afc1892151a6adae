import asyncio
import unittest

import pytest

from shop import till


class ElseTests(unittest.TestCase):
    def test_cannot_hold(self):
        try:
            till.sell("gold")
        except KeyError:
            pass
        else:
            self.assertTrue(False)

    def test_holds_always(self):
        try:
            till.sell("gold")
        except KeyError:  # TQ721
            pass
        else:
            self.assertTrue(True)

    def test_may_hold(self):
        try:
            till.sell("gold")
        except KeyError:  # TQ721
            pass
        else:
            self.assertFalse(till.is_open)


def test_fails_inside_a_block():
    try:
        with till.opened("gold"):
            assert False
    except KeyError:
        pass


def test_fails_inside_a_block_that_expects_it():
    try:
        with pytest.raises(LookupError):
            raise LookupError
    except KeyError:  # TQ721
        pass


def test_checks_inside_a_block():
    try:
        with till.opened("gold") as drawer:
            assert drawer.total == 3
    except KeyError:  # TQ721
        pass


def test_swallowed_in_a_block_that_expects_it():
    with pytest.raises(LookupError, match="gold"):
        try:
            till.sell("gold")
        except OSError:
            pass


def test_swallowed_before_the_end_of_such_a_block():
    with pytest.raises(LookupError, match="gold"):
        try:
            till.sell("tea")
        except OSError:  # TQ721
            pass
        till.sell("gold")


async def test_cancels_and_waits():
    try:
        task = asyncio.create_task(till.count())
        await asyncio.sleep(0)
        task.cancel()
        await task
    except asyncio.CancelledError:
        pass
    assert till.total == 3


async def test_somebody_else_cancels():
    try:
        await till.count()
    except asyncio.CancelledError:  # TQ721
        pass
    assert till.total == 3


def test_loop_that_asks_whether_it_is_done():
    counted = False
    for _ in range(10):
        if not counted:
            try:
                till.count()
                counted = True
            except BlockingIOError:
                pass
        till.wait()
        if counted and till.is_closed:
            break
    assert till.total == 3


def test_loop_with_a_condition():
    total = None
    while total is None:
        try:
            total = till.count()
        except BlockingIOError:
            pass
    assert total == 3


def test_loop_that_asks_for_something_else():
    total = 0
    for _ in range(10):
        try:
            till.count()
            total = till.total
        except BlockingIOError:  # TQ721
            pass
        if till.is_closed:
            break
    assert total == 3


async def test_waits_for_what_it_cancelled():
    task = asyncio.create_task(till.count())
    assert till.total == 3
    if not task.done():
        task.cancel()
        try:
            await task
        except (asyncio.CancelledError, Exception):
            pass


async def test_waits_for_another_task():
    task, other = till.counts()
    assert till.total == 3
    other.cancel()
    try:
        await task
    except (asyncio.CancelledError, Exception):  # TQ721
        pass


class BodyTests(unittest.TestCase):
    def test_failure_that_passes_the_handler(self):
        try:
            till.sell("gold")
            self.assertTrue(False, "gold was sold")
        except KeyError:
            pass

    def test_failure_that_the_handler_takes(self):
        try:
            till.sell("gold")
            self.assertTrue(False, "gold was sold")
        except Exception:  # TQ721
            pass

    def test_assertion_that_the_handler_takes(self):
        try:
            till.sell("gold")
            raise AssertionError("gold was sold")
        except:  # TQ721
            pass


def test_failure_that_is_no_exception():
    try:
        till.sell("gold")
        pytest.fail("gold was sold")
    except Exception:
        pass


def test_error_is_the_end_of_the_stock():
    sold = 0
    try:
        while True:
            till.sell("tea")
            sold += 1
    except LookupError:
        pass
    assert sold == 3


def test_any_error_is_the_end_of_the_stock():
    sold = 0
    try:
        while True:
            till.sell("tea")
            sold += 1
    except Exception:  # TQ721
        pass
    assert sold == 3


def test_loop_that_ends_without_an_error():
    sold = 0
    try:
        while True:
            till.sell("tea")
            sold += 1
            if sold == 3:
                break
    except LookupError:  # TQ721
        pass
    assert till.total == 3


def test_step_behind_the_loop():
    try:
        while till.is_open:
            till.sell("tea")
        till.count()
    except LookupError:  # TQ721
        pass
    assert till.total == 3


def test_decorated_step_raises():
    @till.locked
    def step(number):
        assert till.is_locked
        if number == 1:
            raise LookupError("tea")

    for number in range(3):
        try:
            step(number)
        except LookupError:
            pass
    assert not till.is_locked


async def test_decorated_coroutine_raises():
    @till.locked
    async def step():
        raise LookupError("tea")

    try:
        await step()
    except LookupError:
        pass
    assert not till.is_locked


def test_decorated_step_raises_something_else():
    @till.locked
    def step():
        raise LookupError("tea")

    try:
        step()
    except OSError:  # TQ721
        pass
    assert not till.is_locked


def test_step_is_handed_on():
    def step():
        raise LookupError("tea")

    try:
        till.run(step)
    except LookupError:  # TQ721
        pass
    assert not till.is_locked


def test_some_steps_go_well():
    done = 0
    for number in range(100):
        try:
            till.step(number)
            done += 1
        except till.Busy:
            pass
    assert done > 0


def test_step_says_so():
    went_on = False
    try:
        till.step(1)
    except till.Busy:
        pass
    else:
        went_on = True
    assert went_on is False


def test_count_is_not_asked_for():
    done = 0
    for number in range(100):
        try:
            till.step(number)
            done += 1
        except till.Busy:  # TQ721
            pass
    assert not till.is_locked


def test_count_hides_any_error():
    done = 0
    for number in range(100):
        try:
            till.step(number)
            done += 1
        except Exception:  # TQ721
            pass
    assert done > 0


def test_every_price_is_refused():
    for price in (0, -1):
        try:
            till.sell(price)
        except till.Refused:
            continue
        raise ValueError("sold")


def test_some_prices_are_refused():
    for price in (0, -1):
        try:
            till.sell(price)
        except till.Refused:  # TQ721
            continue
        till.count(price)


def test_price_is_refused_before_the_failure():
    try:
        till.sell(0)
    except till.Refused:  # TQ721
        pass
    raise ValueError("sold")


def test_rolled_back():
    try:
        with till.opened():
            till.sell(3)
            1 / 0
    except ZeroDivisionError:
        pass
    assert till.sold == []


def test_rolled_back_by_another_error():
    try:
        with till.opened():
            till.sell(3)
            1 / 2
    except ZeroDivisionError:  # TQ721
        pass
    assert till.sold == []


def test_goods_are_thrown_back():
    def goods():
        try:
            yield "größe"
        except BaseException:
            pass

    assert till.sell_all(goods()) == 1


def test_goods_are_counted():
    def count():
        try:
            till.count("größe")
        except BaseException:  # TQ721
            pass

    count()
    assert till.counted == 1


def test_steps_that_went_well_are_counted_behind():
    done = 0
    for number in range(100):
        try:
            step = till.step(number)
        except till.Busy:
            continue
        done += 1
        assert step.price > 0
    assert done == 42


def test_steps_that_went_well_are_kept_behind():
    seen = set()
    for line in till.report():
        try:
            name = line.split()[1]
        except IndexError:
            continue
        assert till.price(name) > 0
        seen.add(name)
    assert seen == {"tea", "cake"}


def test_steps_are_kept_whatever_happens():
    seen = set()
    for line in till.report():
        try:
            name = line.split()[1]
        except IndexError:  # TQ721
            pass
        seen.add(line)
    assert seen == {"a tea", "a cake"}


def test_kept_steps_are_not_asked_for():
    seen = []
    for line in till.report():
        try:
            name = line.split()[1]
        except IndexError:  # TQ721
            continue
        seen.append(name)
    assert not till.is_locked


def test_kept_steps_hide_any_error():
    seen = []
    for line in till.report():
        try:
            name = line.split()[1]
        except Exception:  # TQ721
            continue
        seen.append(name)
    assert seen == ["tea", "cake"]


def test_steps_with_faults_are_kept():
    faults = []
    for line in till.report():
        try:
            name = line.split()[1]
        except IndexError:  # TQ721
            continue
        if till.price(name) < 0:
            faults.append(name)
    assert faults == []


def test_steps_that_are_left_with_faults_are_kept():
    faults = []
    for line in till.report():
        try:
            name = line.split()[1]
        except IndexError:  # TQ721
            continue
        if till.price(name) > 0:
            continue
        faults.append(name)
    assert faults == []


def test_goes_on_only_where_it_was_refused():
    try:
        file = till.open("größe")
    except OSError:
        pass
    else:
        file.close()
        return
    assert till.total() == 3


def test_ends_either_way():
    assert till.total() == 3
    try:
        file = till.open("größe")
    except Exception:  # TQ721
        pass
    else:
        file.close()
        return
