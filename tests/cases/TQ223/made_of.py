import unittest

import pytest

from shop import Model, Till, open_till, register


class Order(Model):
    pass


def test_base_adds_a_name():
    assert hasattr(Order, "objects")


def test_decorator_gives_it_back():
    @register
    def größe():
        return 3

    assert callable(größe)


def test_metaclass_adds_a_name():
    class Row(metaclass=Model):
        pass

    assert hasattr(Row, "objects")


def test_answer_is_compared():  # TQ223
    assert hasattr(Till, "open") is True


class TillCase(unittest.TestCase):
    def test_answer_is_compared(self):  # TQ223
        self.assertEqual(callable(Till.open), True)

    def test_answer_is_no(self):
        self.assertEqual(hasattr(Till, "shut"), False)


@pytest.fixture
def till():
    return Till("Zoë")


@pytest.fixture
def opened():
    return open_till()


@pytest.fixture
def shut():
    till = Till()
    till.open()
    return till


def test_till(till):  # TQ223
    assert till is not None


def test_opened(opened):
    assert opened is not None


def test_shut(shut):
    assert shut is not None


def test_till_is_used(till):
    assert till is not None
    assert till.total() == 0
