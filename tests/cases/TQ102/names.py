import abc
import enum
import typing
import unittest

import elsewhere


class CartSuite:  # TQ102
    def test_total(self, cart):
        assert cart.total == 1


@decorated
class CartSpecs(object):  # TQ102
    async def test_total(self):
        assert await total() == 1


class CartTest:  # TQ102
    @staticmethod
    def test_é():
        assert total("日本") == 1


class TestOuter:
    class WhenEmpty:  # TQ102
        def test_total(self):
            assert total() == 0


class TestCart:
    def test_total(self):
        assert total() == 1


class CartCase(unittest.TestCase):
    def test_total(self):
        self.assertEqual(total(), 1)


class CartMixin:
    def test_total(self):
        assert self.total == 1


class BaseCart:
    def test_total(self):
        assert self.total == 1


class AbstractCart:
    def test_total(self):
        assert self.total == 1


class _Cart:
    def test_total(self):
        assert self.total == 1


class Shared:
    def test_total(self):
        assert self.total == 1


class TestShared(Shared):
    total = 1


class Unresolved(elsewhere.Cart):
    def test_total(self):
        assert self.total == 1


class Made(elsewhere.make_base()):
    def test_total(self):
        assert self.total == 1


class Meta(metaclass=elsewhere.Meta):
    def test_total(self):
        assert self.total == 1


class Switched:
    __test__ = True

    def test_total(self):
        assert total() == 1


class Client:
    def test_connection(self):
        return True


class Handler:
    @property
    def test_mode(self):
        return True

    def testing(self):
        return 1


class Fake:
    def test_connection(self):
        assert self.is_open


def test_fake():
    assert Fake().is_open


def make():
    class Local:
        def test_total(self):
            assert total() == 1

    return Local


class OrderContract(abc.ABC):
    @abc.abstractmethod
    def make(self): ...

    def test_total(self):
        assert self.make().total == 42


class Driver(typing.Protocol):
    def test_connection(self) -> None: ...


class Mode(enum.Enum):
    OPEN = 1

    def test_mode(self):
        assert self.value


class Refused(Exception):
    def test_code(self):
        assert self.args
