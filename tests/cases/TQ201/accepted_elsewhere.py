import time
import unittest

import pytest
from nose.tools import raises

from till import Api, Between, Drawer, Line, Refused, flush


def has_to_refuse(kind, text=None):
    def decorator(test):
        def wrapper(case):
            try:
                test(case)
                case.fail("nothing was refused")
            except kind as error:
                case.assertEqual(str(error), text)

        return wrapper

    return decorator


def refuses(kind):
    def decorator(test):
        def wrapper(case):
            with case.assertRaises(kind):
                test(case)

        return wrapper

    return decorator


def twice(times):
    def decorator(test):
        def wrapper(case):
            for _ in range(times):
                test(case)

        return wrapper

    return decorator


class TestLine(unittest.TestCase):
    def test_price_max(self):
        line = Line(number=1, price=60)

    @has_to_refuse(ValueError, "60 at most")
    def test_price_max_exceeded(self):
        line = Line(number=1, price=61)

    def test_priceMin(self):
        line = Line(number=1, price=10)

    @refuses(ValueError)
    def test_priceMinMissed(self):
        line = Line(number=1, price=9)

    def test_price_shown(self):  # TQ201
        line = Line(number=1, price=10)

    def test_price_max_text(self):  # TQ201
        text = Line(number=1, price=10).text()

    @refuses(Refused)
    def test_book_nothing(self):
        Drawer().book_line("")

    def test_book_größe(self):
        Drawer().book_line("größe")

    @raises(Refused)
    def test_open_twice(self):
        drawer = Drawer()
        drawer.open_it()
        drawer.open_it()

    def test_open_once(self):
        drawer = Drawer()
        drawer.open_it()

    @twice(2)
    def test_shut_twice(self):  # TQ201
        Drawer().shut_it()

    def test_shut_once(self):  # TQ201
        Drawer().shut_it()


def test_between_refuses(form, field):
    between = Between(1, 3)
    with pytest.raises(Refused):
        between(form, field)


def test_between_texts(form, field):
    Between("1", "3")(form, field)


def test_between_names(form, field):
    limits = Between("a", "c")
    limits(form, field)


def test_between_other(form, field):  # TQ201
    Drawer("a", "c")(form, field)


def test_alarm_of_a_late_answer():
    with pytest.raises(TimeoutError):
        with Drawer().limit(0.1):
            time.sleep(2)


def test_no_alarm_left():
    with Drawer().limit(0.1):
        pass
    time.sleep(0.2)


def test_other_alarm_left():  # TQ201
    with Drawer().limit(0.3):
        flush()
    time.sleep(0.2)


def test_old_route_without_parser():
    with pytest.raises(RuntimeError):
        app = Api()

        @app.post("/")
        def book(name):
            return name


def test_new_route_without_parser():
    with pytest.raises(RuntimeError):
        app = Api()

        @app.post("/")
        def book(name):
            return name


def test_new_route_with_parser():
    app = Api()

    @app.post("/")
    def book(name):
        return name


def test_request_with_parser():  # TQ201
    app = Api()
    app.post("/")
