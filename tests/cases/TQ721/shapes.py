import logging
import os
import unittest

import pytest

log = logging.getLogger(__name__)


def test_pass(shop):
    try:
        shop.sell()
    except Exception:  # TQ721
        pass
    assert shop.sold == 1


def test_bare(shop):
    try:
        shop.sell()
    except:  # TQ721
        ...


async def test_constant(shop):
    é = "日本"
    try:
        await shop.sell(é)
    except (ValueError, KeyError):  # TQ721
        "ignored"


def test_continue(shop):
    for name in ("tea", "cake"):
        try:
            shop.sell(name)
        except KeyError:  # TQ721
            continue
        assert shop.sold == name


def test_logs(shop):
    try:
        shop.sell()
    except ValueError as error:  # TQ721
        log.warning("failed: %s", error)


def test_prints(shop):
    try:
        shop.sell()
    except ValueError as error:  # TQ721
        print(error)


class TestShop(unittest.TestCase):
    def test_multi_line(self):
        try:
            self.shop.sell(
                "tea",
            )
        except (  # TQ721
            ValueError
        ):
            pass


def test_clean_up(shop, path):
    assert shop.sell(path) == 1
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass


def test_broad_clean_up(shop, path):
    assert shop.sell(path) == 1
    try:
        os.unlink(path)
    except Exception:  # TQ721
        pass


def test_final_clean_up(shop):
    try:
        assert shop.sell("tea") == 1
    finally:
        try:
            shop.till.total()
        except ValueError:
            pass


def test_import_guard(shop):
    try:
        import ujson
    except ImportError:
        pass
    assert shop.sell("tea") == 1


def test_else_fails(shop):
    try:
        shop.sell("gold")
    except KeyError:
        pass
    else:
        pytest.fail("gold was sold")


def test_else_raises(shop):
    try:
        shop.sell("gold")
    except KeyError:
        pass
    else:
        raise AssertionError("gold was sold")


def test_body_fails(shop):
    try:
        shop.sell("gold")
        pytest.fail("gold was sold")
    except KeyError:
        pass


def test_another_handler_fails(shop):
    try:
        shop.sell("gold")
    except KeyError:
        pass
    except Exception:
        pytest.fail("another error")


def test_raised_by_the_test(shop):
    try:
        with shop.transaction():
            shop.sell("tea")
            raise RuntimeError
    except RuntimeError:
        pass
    assert shop.sold == 0


def test_handler_asserts(shop):
    try:
        shop.sell("gold")
    except KeyError as error:
        assert error.args == ("gold",)


def test_callback(shop):
    def swallow():
        try:
            shop.sell()
        except ValueError:
            pass

    assert shop.each(swallow) == 1


def helper(shop):
    try:
        shop.sell()
    except ValueError:
        pass


def test_tries_again(shop):
    for _ in range(3):
        try:
            total = shop.total()
            break
        except TimeoutError:
            pass
    assert total == 3


def test_clean_up_of_another_name(shop):
    try:
        shop.group_destroy("tea")
    except LookupError:
        pass
    assert shop.sell("tea") == 1


def test_helper_inside():
    def step():
        try:
            service.step()
        except Exception:  # TQ721
            pass

    step()
    assert service.count() == 1


def test_callback_inside():
    def step():
        try:
            service.step()
        except Exception:
            pass

    service.register(step)
    assert service.count() == 1


def test_count_inside():
    def count():
        found = 0
        for item in service.items():
            try:
                found += item.is_open
            except ReferenceError:
                pass
        return found

    assert count() == 1
