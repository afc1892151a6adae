import datetime as dt
from datetime import date, datetime

import dirty_equals as de
from dirty_equals import IsDatetime, IsNow, IsStr

from shop import Order, fetch


def test_moment():
    now = datetime.now()
    assert now == IsNow
    assert datetime.now().isoformat() == IsNow(iso_string=True)
    assert fetch(dt.datetime.now()) == de.IsNow(tz="UTC") | de.IsNow(tz="CET")


def test_name():
    soon = IsNow(delta=3)
    assert datetime.now() == soon


def test_near():
    assert Order().created == IsDatetime(approx=datetime.now())
    assert fetch() == {"größe": 3, "created": IsDatetime(approx=datetime.now(), delta=5)}


def test_near_name():
    now = datetime.now()
    assert fetch() == {"größe": 3, "created": IsDatetime(approx=now)}


def test_beside():
    assert fetch() == {"created": IsNow(), "day": date.today()}  # TQ501


def test_other_object():
    assert fetch() == {"name": IsStr(), "day": date.today()}  # TQ501
