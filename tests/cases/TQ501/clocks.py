import datetime as dt
import time
import unittest
from datetime import date, datetime, timedelta, timezone
from unittest import mock as m

import pytest
from django.utils import timezone as dj
from freezegun import freeze_time

from shop import Order, fetch, order_book, parse


def test_direct():
    assert Order().day == date.today()  # TQ501
    assert date.today() == Order().day  # TQ501
    assert Order().created == dt.datetime.now(tz=dt.timezone.utc)  # TQ501
    assert Order().created.replace(microsecond=0) == datetime.utcnow().replace(microsecond=0)  # TQ501
    assert int(Order().stamp) == int(time.time())  # TQ501
    assert Order().text == f"日本 {datetime.now():%Y-%m-%d}"  # TQ501
    assert Order().year == datetime.now().year  # TQ501
    assert Order().when == dj.now()  # TQ501
    assert Order().due == date.today() + timedelta(days=3)  # TQ501
    assert fetch() == {"day": str(date.today()), "id": 3}  # TQ501
    assert (  # TQ501
        Order().day
        == date.today()
    )


def test_formatted():
    assert Order().text == "%d %d" % (datetime.now().day, datetime.now().month)  # TQ501
    assert Order().text == "%(year)d" % {"year": date.today().year}  # TQ501


def test_computed_with_the_product(app):
    expected = datetime.now() + app.lifetime
    assert Order().created.year == expected.year  # TQ501


def test_of_answers(client):
    assert client.get("/").json()["day"] == date.today().isoformat()  # TQ501
    assert client.get("/").json()["due"] == (date.today() + timedelta(days=3)).isoformat()  # TQ501


@pytest.mark.freeze_time("2020-01-01")
def test_marked():
    assert Order().day == date.today()


def test_frozen_object(frozen_time):
    with frozen_time:
        assert Order().day == date.today()


def test_read_before():
    today = date.today()
    order = Order()
    assert order.day == today  # TQ501


def test_derived():
    now = datetime.now()
    expected = now.strftime("%Y-%m-%d")
    assert Order().text == expected  # TQ501


async def test_async():
    order = await fetch()
    assert order.day == date.today()  # TQ501


def test_two_claims():
    order = Order()
    assert order.id == 3 and order.day == date.today()  # TQ501


def test_another_reading_than_the_one_given():
    order = Order(datetime.now())
    assert order.created.date() == date.today()  # TQ501


def today():
    return date.today()


def test_through_a_helper():
    assert Order().day == today()  # TQ501


@pytest.fixture
def this_day():
    return date.today()


def test_through_a_fixture(this_day):
    assert Order().day == this_day  # TQ501


def test_mock_saw_the_moment():
    send = m.Mock()
    order_book(send)
    send.assert_called_once_with(date.today())  # TQ501


def test_order_and_tolerance():
    before = datetime.now()
    order = Order()
    assert before <= order.created <= datetime.now()
    assert order.created < datetime.now()
    assert abs(order.created - datetime.now()) < timedelta(seconds=3)
    assert order.stamp == pytest.approx(time.time(), abs=3)
    assert str(date.today()) in order.text
    assert order.created != datetime.now()
    assert abs(order.stamp - time.time()) // 20 == 0
    assert (datetime.now() - order.created).days == 0


def test_handed_to_the_code():
    now = datetime.now()
    order = Order(now)
    assert order.created == now
    assert order.created.date() == now.date()


def test_handed_inside_a_structure():
    now = datetime.now(timezone.utc)
    payload = {"created": now.isoformat(), "items": [{"at": now}]}
    order = fetch(payload)
    assert order.created == now
    assert order.items == [{"at": now}]


def test_set_on_the_object():
    order = Order()
    order.created = datetime.now()
    order.save()
    assert fetch().created == order.created


def test_handed_through_a_mock(client):
    now = datetime.now()
    client.load.return_value = {"at": now}
    with m.patch("shop.load", return_value={"at": now}):
        assert fetch().at == now
    source = m.Mock(now=now)
    assert fetch(source).at == now


def test_handed_through_a_closure():
    now = datetime.now()

    def load():
        return now

    assert fetch(load).at == now


def test_round_trip():
    now = datetime.now()
    assert parse(str(now)) == now
    assert datetime.fromisoformat(now.isoformat()) == now
    moment = time.time()
    assert fetch(moment) == int(moment)


def test_what_does_not_change():
    assert dj.now().tzinfo == Order().zone
    assert len(str(date.today())) == Order().width
    assert type(datetime.now()) == Order.kind


@freeze_time("2020-01-01")
def test_decorated():
    assert Order().day == date.today()


def test_context():
    with freeze_time("2020-01-01"):
        assert Order().day == date.today()


def test_freezer(freezer):
    assert Order().day == date.today()


def test_time_machine(time_machine):
    assert Order().day == date.today()


@m.patch("shop.models.datetime")
def test_patched(clock):
    assert Order().day == date.today()


def test_monkeypatched(monkeypatch):
    monkeypatch.setattr("shop.models.date", FakeDate)
    assert Order().day == date.today()


def test_product_clock_that_is_asked_itself():
    assert order_book.now() == datetime(2020, 1, 1)


@freeze_time("2020-01-01")
class TestFrozen:
    def test_day(self):
        assert Order().day == date.today()


class Case(unittest.TestCase):
    def setUp(self):
        self.now = datetime.now()

    def test_day(self):
        self.assertEqual(Order().day, date.today())  # TQ501
        self.assertEqual(date.today(), Order().day, "é")  # TQ501
        self.assertDictEqual(fetch(), {"day": date.today()})  # TQ501
        self.assertAlmostEqual(Order().stamp, time.time(), delta=3)
        self.assertLess(Order().stamp, time.time())

    def test_handed(self):
        self.assertEqual(Order(self.now).created, self.now)


class FrozenCase(unittest.TestCase):
    def setUp(self):
        patcher = m.patch("shop.models.timezone.now")
        patcher.start()
        self.addCleanup(patcher.stop)

    def test_day(self):
        self.assertEqual(Order().day, date.today())
