import decimal
import faulthandler
import locale
import logging
import multiprocessing as mp
import signal
import socket
import unittest
import warnings
from decimal import getcontext
from logging import disable

import pytest

from billing import money

logging.disable(logging.CRITICAL)  # TQ612
warnings.simplefilter("ignore")  # TQ612


def test_logging():
    disable(logging.ERROR)  # TQ612
    logging.basicConfig(  # TQ612
        level=logging.DEBUG,
    )
    assert money.total() == 1


def test_others():
    """Größe."""
    locale.setlocale(locale.LC_ALL, "de_DE.UTF-8")  # TQ612
    socket.setdefaulttimeout(5)  # TQ612
    signal.signal(signal.SIGINT, money.stop)  # TQ612
    faulthandler.enable()  # TQ612
    mp.set_start_method("spawn")  # TQ612
    assert money.total() == 1


def test_decimal():
    getcontext().prec = 5  # TQ612
    assert money.total() == 1


def test_decimal_context():
    decimal.setcontext(decimal.Context(prec=5))  # TQ612
    assert money.total() == 1


def test_plain_later_restore():
    before = signal.signal(signal.SIGTERM, money.stop)  # TQ612
    assert money.total() == 1
    signal.signal(signal.SIGTERM, before)


def test_filters_under_pytest():
    warnings.simplefilter("error")
    warnings.filterwarnings("ignore", category=UserWarning)
    assert money.total() == 1


class MoneyTests(unittest.TestCase):
    def setUp(self):
        warnings.filterwarnings("ignore")  # TQ612

    def test_total(self):
        warnings.resetwarnings()
        self.assertEqual(money.total(), 1)

    def test_caught(self):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            self.assertEqual(money.total(), 1)


class QuietTests(unittest.TestCase):
    def setUp(self):
        self.enterContext(warnings.catch_warnings())
        warnings.simplefilter("ignore")
        logging.disable(logging.CRITICAL)

    def tearDown(self):
        logging.disable(logging.NOTSET)

    def test_total(self):
        self.assertEqual(money.total(), 1)


@pytest.fixture(scope="module")
def quiet():
    warnings.simplefilter("ignore")  # TQ612


@pytest.fixture(scope="module")
def quiet_and_restored():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@pytest.fixture
def quiet_once():
    warnings.simplefilter("ignore")


@pytest.fixture
def german():
    before = locale.setlocale(locale.LC_ALL)
    locale.setlocale(locale.LC_ALL, "de_DE.UTF-8")
    yield
    locale.setlocale(locale.LC_ALL, before)


def test_finally():
    before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(5)
    try:
        assert money.total() == 1
    finally:
        socket.setdefaulttimeout(before)


def test_handler_restored(request):
    before = signal.signal(signal.SIGINT, money.stop)
    request.addfinalizer(lambda: signal.signal(signal.SIGINT, before))
    assert money.total() == 1


def test_local_context():
    with decimal.localcontext():
        getcontext().prec = 5
        assert money.total() == 1
    with decimal.localcontext() as context:
        context.prec = 5
        assert money.total() == 1


def test_back_to_normal():
    logging.disable(logging.NOTSET)
    socket.setdefaulttimeout(None)
    assert locale.setlocale(locale.LC_ALL) == money.locale()


def test_monkeypatched(monkeypatch):
    monkeypatch.setattr(signal, "signal", lambda *args: None)
    signal.signal(signal.SIGINT, money.stop)
    assert money.total() == 1


if __name__ == "__main__":
    logging.basicConfig()
    unittest.main()


class GermanMoney:
    before = locale.setlocale(locale.LC_ALL, None)
    try:
        locale.setlocale(locale.LC_ALL, "de_DE.UTF-8")
    except locale.Error:
        lacks_german = True
    else:
        locale.setlocale(locale.LC_ALL, before)
        lacks_german = False


class RootLoggerTests(unittest.TestCase):
    def setUp(self):
        self.handlers = list(logging.getLogger().handlers)

    def tearDown(self):
        logging.getLogger().handlers = self.handlers

    def test_total(self):
        logging.basicConfig(level=logging.DEBUG, force=True)
        self.assertEqual(money.total(), 1)


def test_asked_but_not_put_back():
    before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(5)  # TQ612
    assert money.total() == before
