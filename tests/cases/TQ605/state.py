import unittest

import pytest

from billing import orders


class Base:
    inherited = {}


class TestOrders(Base):
    created = []
    names = set()
    plain = 0
    limit = (1, 2)
    rebuilt = []
    cleared = []

    def setup_method(self):
        self.rebuilt = []
        self.cleared.clear()

    def test_append(self):
        self.created.append(orders.create())  # TQ605
        assert len(self.created) == 1

    def test_item(self):
        self.inherited["é"] = orders.create()  # TQ605
        assert orders.count() == 1

    def test_add(self):
        self.names |= {orders.create().name}  # TQ605
        assert orders.count() == 1

    def test_type(self):
        type(self).plain = orders.count()  # TQ605
        assert self.plain == 0

    def test_dunder_class(self):
        self.__class__.plain += orders.count()  # TQ605
        assert self.plain == 0

    def test_own_name(self):
        TestOrders.order = orders.create()  # TQ605
        assert self.order.total == 0

    async def test_async(self):
        TestOrders.order = await orders.fetch()  # TQ605
        assert self.order.total == 0

    def test_through_the_class(self):
        TestOrders.created.append(orders.create())  # TQ605
        assert orders.count() == 1

    def test_local_name(self):
        cls = type(self)
        cls.plain = orders.count()  # TQ605
        assert self.plain == 0

    @classmethod
    def test_classmethod(cls):
        cls.order = orders.create()  # TQ605
        assert cls.order.total == 0

    def test_on_self(self):
        self.order = orders.create()
        self.plain += 1
        assert self.order.total == self.plain

    def test_rebuilt(self):
        self.rebuilt.append(orders.create())
        self.cleared.append(orders.create())
        assert len(self.rebuilt) == 1

    def test_own_copy(self):
        self.created = [*self.created]
        self.created.append(orders.create())
        assert len(self.created) == 1

    def test_finally(self):
        try:
            type(self).plain = orders.count()
            assert self.plain == 0
        finally:
            type(self).plain = 0

    def test_local_class(self):
        class Order:
            total = 0

        Order.total = orders.count()
        assert Order.total == 0


def test_function():
    TestOrders.plain = orders.count()  # TQ605
    assert TestOrders.plain == 0


class OrderTests(unittest.TestCase):
    shared = None
    entries = {}

    @classmethod
    def setUpClass(cls):
        cls.shared = orders.create()

    @classmethod
    def tearDownClass(cls):
        cls.shared = None

    def test_entry(self):
        self.entries["a"] = orders.create()  # TQ605
        self.assertEqual(len(self.entries), 1)

    def test_torn_down(self):
        type(self).shared = orders.create()
        self.assertEqual(self.shared.total, 0)

    def test_cleanup(self):
        type(self).kept = orders.create()
        self.addCleanup(delattr, type(self), "kept")
        self.assertEqual(self.kept.total, 0)


class TestWithFixtures:
    store = []

    @pytest.fixture(autouse=True)
    def empty(self):
        type(self).store = []

    @pytest.fixture(scope="class")
    def prepared(self, request):
        request.cls.prepared = orders.create()

    def test_store(self):
        self.store.append(orders.create())
        assert len(self.store) == 1

    @pytest.mark.usefixtures("prepared")
    def test_prepared(self):
        assert self.prepared.total == 0


class TestNestedFunctions:
    kept = []

    def test_called(self):
        def fill():
            self.kept.append(3)  # TQ605

        fill()
        assert self.kept == [3]

    def test_handed_on(self, shop):
        def fill():
            self.kept.append(3)

        shop.on_sale(fill)
        assert shop.count == 1
