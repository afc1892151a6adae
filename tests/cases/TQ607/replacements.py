import unittest
from unittest import mock
from unittest.mock import AsyncMock, MagicMock as Fake, Mock

import billing.service
import billing.service as charges
import pytest
import requests
import time
from billing import orders, service
from billing.models import Order
from flask import g

from tests.doubles import FakeLedger, clock


def test_module():
    service.send = Mock()  # TQ607
    assert orders.place() == "ok"


def test_module_by_another_name():
    charges.send = lambda *args: None  # TQ607
    assert orders.place() == "ok"


def test_module_by_its_whole_name():
    billing.service.TIMEOUT = 5  # TQ607
    assert orders.place() == "ok"


def test_class():
    def fake(self):
        return None

    Order.save = fake  # TQ607
    assert orders.place() == "ok"


def test_class_in_a_module():
    billing.service.Client.send = Fake()  # TQ607
    assert orders.place() == "ok"


def test_standard_library():
    time.sleep = lambda seconds: None  # TQ607
    assert orders.place() == "ok"


def test_local_import():
    """Größe 日本."""
    from billing import ledger

    ledger.send = mock.AsyncMock()  # TQ607
    assert orders.place() == "ok"


def test_setattr():
    setattr(service, "send", Mock())  # TQ607
    assert orders.place() == "ok"


def test_plain_later_restore():
    before = requests.get
    requests.get = Mock(  # TQ607
        return_value=1,
    )
    assert orders.place() == "ok"
    requests.get = before


def test_configured_afterwards():
    service.send = Mock()  # TQ607
    service.send.return_value = 3
    service.send.side_effect = [1]
    assert orders.place() == "ok"


def test_several_targets():
    service.send = service.receive = Mock()  # TQ607
    assert orders.place() == "ok"


async def test_async():
    service.send = AsyncMock()  # TQ607
    assert await orders.place() == "ok"


@pytest.fixture
def sender():
    service.send = Mock()  # TQ607
    return service.send


@pytest.fixture
def sender_without_teardown():
    service.send = Mock()  # TQ607
    yield service.send
    service.flush()


class TestOrders:
    def setup_method(self):
        Order.save = Mock()  # TQ607

    def test_place(self):
        service.send = Mock()  # TQ607
        assert orders.place() == "ok"


class OrderTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        Order.save = Mock()  # TQ607

    def test_place(self):
        service.send = Mock()  # TQ607
        self.assertEqual(orders.place(), "ok")

    def tearDown(self):
        service.receive = None


def test_in_a_block_that_restores_nothing():
    with pytest.raises(ValueError), mock.patch.object(service, "receive"):
        service.send = Mock()  # TQ607
        orders.place()


def test_read_back():
    billing.service.pending = {"a": "b"}  # TQ607
    orders.place()
    assert billing.service.pending == {"a": "b"}


def test_put_back_unless_it_fails():
    billing.service.retries = 0  # TQ607
    assert orders.place() == "ok"
    billing.service.retries = 3
    assert billing.service.retries == 3


# ---- what is restored or nobody else's


def test_reset_by_the_code():
    billing.service.pending = {"a": "b"}
    orders.forget()
    assert billing.service.pending == {}


class ResetTests(unittest.TestCase):
    def test_forget(self):
        billing.service.pending = {"a": "b"}
        billing.service.default = 1
        orders.forget()
        self.assertEqual({}, billing.service.pending)
        self.assertIsNone(billing.service.default)


def test_finally():
    before = service.send
    service.send = Mock()
    try:
        assert orders.place() == "ok"
    finally:
        service.send = before


def test_finally_deletes():
    try:
        service.extra = Mock()
        assert orders.place() == "ok"
    finally:
        del service.extra


def test_finally_setattr():
    before = service.send
    try:
        service.send = Mock()
        assert orders.place() == "ok"
    finally:
        setattr(service, "send", before)


def test_monkeypatch(monkeypatch):
    monkeypatch.setattr(service, "send", Mock())
    service.send = Mock()
    assert orders.place() == "ok"


def test_monkeypatch_by_name(monkeypatch):
    monkeypatch.setattr("billing.service.send", Mock())
    service.send = Mock()
    assert orders.place() == "ok"


@mock.patch.object(service, "send")
def test_patched(send):
    service.send = Mock()
    assert orders.place() == "ok"


@mock.patch("billing.service")
def test_patched_whole(module):
    billing.service.send = Mock()
    module.send = Mock()
    assert orders.place() == "ok"


def test_patched_block():
    with mock.patch("billing.models.Order.save"):
        Order.save = Mock()
        assert orders.place() == "ok"


@pytest.fixture
def restoring():
    before = service.send
    service.send = Mock()
    yield service.send
    service.send = before


def test_fixture_restores(restoring):
    service.send = Mock()
    assert orders.place() == "ok"


class WithTearDown(unittest.TestCase):
    def setUp(self):
        self.before = Order.save
        Order.save = Mock()

    def tearDown(self):
        Order.save = self.before

    def test_place(self):
        Order.save = Mock()
        self.assertEqual(orders.place(), "ok")


class WithCleanup(unittest.TestCase):
    def test_place(self):
        self.addCleanup(setattr, service, "send", service.send)
        service.send = Mock()
        self.assertEqual(orders.place(), "ok")

    def test_function(self):
        before = service.send

        def restore():
            service.send = before

        self.addCleanup(restore)
        service.send = Mock()
        self.assertEqual(orders.place(), "ok")

    def test_lambda(self):
        self.addCleanup(lambda: setattr(service, "send", None))
        service.send = Mock()
        self.assertEqual(orders.place(), "ok")


class WithClassCleanup(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.before = Order.save
        Order.save = Mock()
        cls.addClassCleanup(cls.put_back)

    @classmethod
    def put_back(cls):
        Order.save = cls.before

    def test_place(self):
        self.assertEqual(orders.place(), "ok")


def test_own_objects():
    order = Order()
    order.save = Mock()
    service = Mock()
    service.send = Mock()

    class Local(Order):
        pass

    Local.save = Mock()
    assert orders.place(order, service, Local) == "ok"


def test_doubles():
    FakeLedger.entries = 5
    clock.now = 7
    assert orders.place() == "ok"


def test_context_local():
    g.user = Mock()
    assert orders.place() == "ok"


def test_instance_behind_a_module():
    service.client.timeout = 5
    service.settings.timeout = 5
    assert orders.place() == "ok"


def test_refused():
    with pytest.raises(AttributeError):
        Order.id = 5


@pytest.fixture(autouse=True)
def begins_empty():
    service._cache = None
    service.sent = []
    Order.registry = {}


def test_exchanged_module():
    with mock.patch.dict("sys.modules", {"billing.ledger": Mock()}):
        import billing.ledger

        billing.ledger.send = Mock()
        assert orders.place() == "ok"


class BaseOutOfSight(service.TestBase):
    def test_place(self):
        service.send = Mock()
        assert orders.place() == "ok"


class TestAnnotated:
    def test_place(self, order: Order):
        order.save = Mock()
        order.total: int = 5
        assert orders.place(order) == "ok"


def test_name_of_an_imported_package():
    billing.mail.send = Mock()  # TQ607
    assert orders.place(10) == "paid"


class SkippedSetUp(unittest.TestCase):
    def setUp(self):
        self.skipTest("the ledger moves")
        service.send = Mock()

    def test_place(self):
        self.assertEqual(orders.place(), "ok")


class SkippedAtTimes(unittest.TestCase):
    def setUp(self):
        if not orders.open:
            self.skipTest("closed")
        service.send = Mock()  # TQ607

    def test_place(self):
        self.assertEqual(orders.place(), "ok")


def test_behind_a_skip():
    pytest.skip("the ledger moves")
    with orders.opened():
        service.send = Mock()
        assert orders.place() == "ok"


def test_behind_a_loop():
    for order in orders.all():
        if order.paid:
            continue
        service.send = Mock()  # TQ607
        assert order.place() == "ok"
