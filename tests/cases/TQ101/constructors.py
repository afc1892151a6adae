import dataclasses
import unittest
import unittest as ut
from abc import ABC
from dataclasses import dataclass as data
from unittest import TestCase as Case

from elsewhere import Base


class TestInit:  # TQ101
    def __init__(self):
        self.cart = 1

    def test_a(self):
        assert self.cart == 1


@marked("日本")
class TestNew:  # TQ101
    def __new__(cls):
        return super().__new__(cls)

    async def test_a(self):
        assert await total() == 1


class _Parent:
    def __init__(self):
        self.cart = 1


class TestInherits(_Parent):  # TQ101
    def test_a(self):
        assert self.cart == 1


class TestConditional:  # TQ101
    if True:
        def __init__(self):
            self.cart = 1

    def test_a(self):
        assert self.cart == 1


class TestOuter:
    class TestInner(object):  # TQ101
        def __init__(self):
            self.cart = 1

        def test_a(self):
            assert self.cart == 1

    def test_b(self):
        assert total() == 1


class TestCase(unittest.TestCase):
    def __init__(self, *args):
        super().__init__(*args)

    def test_a(self):
        self.assertEqual(total(), 1)


class TestOtherCase(Case):
    def __init__(self, name):
        super().__init__(name)

    def test_a(self):
        self.assertEqual(total(), 1)


class TestDeepCase(TestCase):
    def __init__(self, name):
        super().__init__(name)


class TestAliasedCase(ut.IsolatedAsyncioTestCase):
    def __init__(self, name):
        super().__init__(name)

    def test_a(self):
        self.assertEqual(total(), 1)


class TestUnknownBase(Base):
    def __init__(self):
        self.cart = 1

    def test_a(self):
        assert self.cart == 1


class TestSwitchedOff:
    __test__ = False

    def __init__(self):
        self.cart = 1

    def test_a(self):
        assert self.cart == 1


class TestServer:
    def __init__(self):
        self.cart = 1

    def start(self):
        return self.cart


@dataclasses.dataclass
class TestData:
    name: str

    def test_a(self):
        assert self.name == "a"


@data(frozen=True)
class TestFrozen:
    name: str

    def __init__(self):
        self.x = 1

    def test_a(self):
        assert self.name == "a"


class Helper:
    def __init__(self):
        self.cart = 1

    def test_connection(self):
        return self.cart


class TestClient:
    def __init__(self, url):
        self.url = url

    def test_connection(self):
        return self.url


def test_client():
    assert TestClient("x").url == "x"


class TestTests(ABC):
    def __init__(self):
        self.x = 1

    @property
    def test_name(self):
        return 1


class TestMixed:
    def __init__(self, *args):
        super().__init__(*args)

    def test_a(self):
        assert total() == 1


class MixedTest(TestMixed, unittest.TestCase):
    pass


class TestNamesItself(_Parent):  # TQ101
    limit = 2

    def __init__(self):
        super(TestNamesItself, self).__init__()
        self.size = TestNamesItself.limit

    def test_a(self):
        assert self.cart < self.size


class TestParent:  # TQ101
    def __init__(self):
        self.cart = 1

    def test_a(self):
        assert self.cart == 1


class TestChild(TestParent):  # TQ101
    def test_b(self):
        assert self.cart == 1


class TestProbe:
    def __init__(self, url):
        self.url = url

    def test_connection(self):
        assert self.url


class TestSafeProbe(TestProbe):
    pass


def test_probe():
    assert TestSafeProbe("x").url == "x"


class TestDriver:
    def __init__(self, url):
        self.url = url

    def test_connection(self):
        return self.url.startswith("https")
