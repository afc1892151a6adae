import datetime as dt
import time
import unittest
from datetime import date, datetime
from unittest import mock as m

import freezegun
import pytest
import time_machine
from django.utils import timezone
from freezegun import freeze_time


def test_every_clock(shop):
    shop.open(dt.datetime.now(tz=dt.timezone.utc))  # TQ502
    shop.open(datetime.utcnow())  # TQ502
    shop.open(date.today())  # TQ502
    shop.open(timezone.now())  # TQ502
    shop.open(time.time())  # TQ502
    shop.open(time.localtime())  # TQ502
    shop.open(time.strftime("%Y"))  # TQ502
    assert shop.ör == "日本", datetime.today()  # TQ502


async def test_in_a_nested_function(shop):
    def now():
        return (  # TQ502
            datetime
            .now()
        )

    assert await shop.open(now) == 1


def test_of_given_moments(shop):
    shop.open(time.localtime(0))
    shop.open(time.strftime("%Y", time.gmtime(0)))
    shop.open(datetime(2020, 1, 1))
    shop.open(datetime.fromtimestamp(0))
    shop.open(time.monotonic())
    assert shop.clock.now() == 3


@freeze_time("2020-01-01")
def test_decorated(shop):
    assert shop.open(datetime.now()) == 1


@time_machine.travel(0)
class TestFrozenClass:
    def test_open(self, shop):
        assert shop.open(datetime.now()) == 1


def test_context(shop):
    with freezegun.freeze_time("2020-01-01") as frozen:
        assert shop.open(datetime.now()) == 1
        frozen.tick()


def test_freezer_fixture(shop, freezer):
    assert shop.open(datetime.now()) == 1


def test_monkeypatched(shop, monkeypatch):
    monkeypatch.setattr(time, "time", lambda: 3)
    assert shop.open(time.time()) == 1


@m.patch("shop.service.datetime")
def test_patched(clock, shop):
    assert shop.open(datetime.now()) == clock


@m.patch("time.sleep")
def test_patched_sleep_is_no_clock(sleep, shop):
    assert shop.open(datetime.now()) == 1  # TQ502


@m.patch("shop.service.timeout")
def test_patched_timeout_is_no_clock(timeout, shop):
    assert shop.open(datetime.now()) == 1  # TQ502


class Case(unittest.TestCase):
    def setUp(self):
        self.moment = datetime.now()

    def test_open(self):
        self.assertEqual(open_at(datetime.now()), 1)  # TQ502


class FrozenCase(unittest.TestCase):
    def setUp(self):
        stopped = freeze_time("2020-01-01")
        stopped.start()
        self.addCleanup(stopped.stop)

    def test_open(self):
        self.assertEqual(open_at(datetime.now()), 1)


def helper():
    return datetime.now()
