import asyncio
import json as j
import logging
import subprocess
import unittest
from unittest import mock as m
from unittest.mock import AsyncMock, Mock
from urllib.parse import parse_qs

import pytest as pt
from pytest import raises as r

from shop import Cart, checkout, settings

LIMIT = 5
log = logging.getLogger("shop")


def test_rate_limit_error_code():  # TQ218
    error = {"type": "error", "code": 4029, "retry_after": 60}
    assert error["code"] == 4029


async def test_rate_limit_error_code_async():  # TQ218
    error = {"type": "error", "code": 4029, "retry_after": 60}
    await asyncio.sleep(0)
    assert error["code"] == 4029


def test_missing_token():  # TQ218
    assert parse_qs("other=1").get("token", []) == []


def test_failed_paths_are_merged():  # TQ218
    failed, still = ["a.bin"], ["b.py"]
    failed = sorted(set(failed) | set(still))
    assert failed == ["a.bin", "b.py"]


def test_promotion():  # TQ218
    total = 240.0
    discount = total * 0.10
    total = total - discount
    assert total == 216.0


def test_loop():  # TQ218
    total = 0
    for price in [1, 2, 3]:
        total += price
    assert total == 6


def test_constant():  # TQ218
    assert LIMIT == 5


def test_own_double():  # TQ218
    class FakeCart:
        def __init__(self):
            self.items = []

        def add(self, item):
            self.items.append(item)

    cart = FakeCart()
    cart.add("apple")
    assert cart.items == ["apple"]


def make_error(code=4029):
    return {"type": "error", "code": code}


def test_own_helper():  # TQ218
    assert make_error()["code"] == 4029


def test_only_a_mock():  # TQ218
    mailer = Mock()
    mailer.send("Ada")
    mailer.send.assert_called_once_with("Ada")


async def test_only_an_async_mock():  # TQ218
    mailer = AsyncMock()
    await mailer.send("Ada")
    mailer.send.assert_awaited_once_with("Ada")


def test_standard_library_raises():  # TQ218
    with r(ValueError):
        int("größe")


def test_json():  # TQ218
    with pt.raises(j.JSONDecodeError):
        j.loads("{")


def test_call_first_that_reaches_nothing():  # TQ218
    limit = 3
    checkout(None)
    assert limit == 3


def test_errors_are_logged(caplog):  # TQ218
    try:
        raise ValueError("boom")
    except ValueError:
        log.error("failed", exc_info=True)
    assert "boom" in caplog.text


def test_file(tmp_path):  # TQ218
    path = tmp_path / "a.txt"
    path.write_text("ä")
    assert path.read_text() == "ä"


@pt.fixture
def error():
    return {"code": 4029}


def test_fixture_in_sight(error):  # TQ218
    assert error["code"] == 4029


@pt.mark.parametrize("code", ["A", "B"])
def test_parameters(code):  # TQ218
    assert code.upper() == code


class Handler:
    def __init__(self):
        self.scope = None


class TestHandler(unittest.TestCase):
    def setUp(self):
        self.handler = Handler()
        self.log = logging.getLogger("billing")

    def test_handler_accepts_anonymous_user(self):  # TQ218
        self.handler.scope = {"user": None}
        assert self.handler.scope.get("user") is None

    def test_errors_are_logged(self):  # TQ218
        with self.assertLogs("billing", level="ERROR") as seen:
            try:
                raise ValueError("boom")
            except ValueError:
                self.log.error("failed", exc_info=True)
        assert "boom" in seen.output[0]

    def test_merge(self):  # TQ218
        self.assertEqual(sorted({"a"} | {"b"}), ["a", "b"])

    def test_raises(self):  # TQ218
        self.assertRaises(ValueError, int, "x")


class TestAsyncHandler(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.handler = Handler()

    async def test_scope(self):  # TQ218
        self.handler.scope = {"user": None}
        self.assertIsNone(self.handler.scope["user"])


class TestPlain:
    def setup_method(self):
        self.row = {"id": 1}

    def test_row(self):  # TQ218
        assert self.row["id"] == 1


# ---------------------------------------------------------------- silent


def test_import_takes_part():
    assert checkout({}).ok


def test_imported_constant():
    assert settings.LIMIT == 5


def test_fixture_out_of_sight(client):
    error = {"code": 4029}
    client.send(error)
    assert error["code"] == 4029


def test_fixture_is_used_for_something_else(client):
    error = {"code": 4029}
    client.reset()
    assert error["code"] == 4029


def test_code_changes_its_argument():
    cart = {"items": []}
    checkout(cart)
    assert cart["items"] == ["apple"]


def test_code_logs(caplog):
    checkout(None)
    assert "failed" in caplog.text


def test_code_prints(capsys):
    checkout(None)
    assert capsys.readouterr().out == ""


def test_code_writes_file(tmp_path):
    checkout(tmp_path)
    assert (tmp_path / "a.txt").read_text() == "a"


def test_environment():
    import os

    assert os.environ["SHOP"] == "1"


def test_subprocess():
    done = subprocess.run(["shop"], capture_output=True)
    assert done.returncode == 0


def test_code_calls_mock():
    mailer = Mock()
    checkout({}, mailer=mailer)
    mailer.send.assert_called_once_with("Ada")
    assert mailer.send.call_count == 1


def test_raises_around_code():
    with r(ValueError):
        checkout(None)


def test_subclass_of_code():
    class Special(Cart):
        limit = 3

    assert Special().limit == 3


def test_registered_callback():
    seen = []

    @settings.on_paid
    def paid(order):
        seen.append(order)

    settings.fire()
    assert seen == [1]


def check_order(order):
    assert checkout(order).ok


def test_helper_checks():
    order = {"id": 1}
    check_order(order)
    assert order["id"] == 1


def test_patched_code():
    with m.patch("shop.checkout.pay") as pay:
        checkout({})
    assert pay.called


def test_only_always_true():
    assert True


def test_isinstance_of_code():
    assert not isinstance({}, Cart)


def test_needs_import():
    with r(ImportError):
        import shop.missing  # noqa: F401


@settings.wraps_tests
def test_under_a_decorator():
    assert LIMIT == 5


class TestUnknownBase(settings.TestBase):
    def test_row(self):
        self.assertEqual({"id": 1}["id"], 1)


_generate = False
_unread = False


def written_cases():
    return settings.cases(_generate)


def test_cases_are_not_generated():
    assert not _generate, "set _generate to False"


def test_unread():  # TQ218
    assert not _unread


class TestUnequal(unittest.TestCase):
    def test_fails(self):
        self.assertEqual(0, 1)

    def test_fails_too(self):
        assert dict(yes=True) == dict(no=False)
