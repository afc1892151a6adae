import pytest
from elsewhere import Base


class TestNose:
    def setup(self):  # TQ111
        self.cart = "日本"

    def teardown(self):  # TQ111
        self.cart = None

    def test_total(self):
        assert self.cart == "日本"


class TestUnittestStyle:
    def setUp(self):  # TQ111
        self.cart = 1

    async def asyncSetUp(self):  # TQ111
        self.cart = 1

    @classmethod
    def setUpClass(cls):  # TQ111
        cls.cart = 1

    def tearDown(self):  # TQ111
        self.cart = 0

    def test_total(self):
        assert self.cart == 1


class TestMisspelled:
    def setup_Method(self):  # TQ111
        self.cart = 1

    @classmethod
    def Setup_class(cls):  # TQ111
        cls.cart = 1

    def test_total(self):
        assert self.cart == 1


class TestRight:
    def setup_method(self):
        self.cart = 1

    def teardown_method(self, method):
        self.cart = 0

    @classmethod
    def setup_class(cls):
        cls.shop = 1

    def teardown_class(self):
        self.shop = 0

    def test_total(self):
        assert self.cart == 1


class TestCalled:
    def setUp(self):
        self.cart = 1

    def test_total(self):
        self.setUp()
        assert self.cart == 1


class TestFixture:
    @pytest.fixture(autouse=True)
    def tearDownClass(self):
        self.cart = 1

    def test_total(self):
        assert self.cart == 1


class TestUnknownBase(Base):
    def setup(self):
        self.cart = 1

    def test_total(self):
        assert self.cart == 1


class TestWithoutTests:
    def setup(self):
        self.cart = 1


class Helper:
    def setup(self):
        return 1


def setup():
    return 1
