import collections
import unittest

import pytest

from billing import events, orders

seen = []
by_name = {}
counts = collections.Counter()
written_only = []
emptied = []
reset_by_fixture = []
read_only = {"a": 1}
restored = []
order = None
total = 0
kept = 0
LOCAL = []


def test_appends():
    seen.append(events.publish("paid"))  # TQ604
    assert len(seen) == 1


def test_reads():
    assert events.all() == seen


def test_sets_entry():
    by_name["paid"] = events.publish("paid")  # TQ604
    counts["paid"] += 1  # TQ604
    assert by_name["paid"].name == "paid"


@pytest.fixture
def stored():
    return dict(by_name)


class TestCounts:
    def setup_method(self):
        self.before = counts.copy()

    def test_deletes_entry(self):
        del by_name["paid"]  # TQ604
        assert events.count() == 1


def test_in_a_callback():
    def on_event(event):
        seen.append(event)  # TQ604

    events.subscribe(on_event)
    assert events.publish("paid").name == "paid"


def test_rebinds():
    global order  # TQ604
    order = orders.create()
    assert order.total == 0


async def test_rebinds_async():
    global total  # TQ604
    total += await orders.count()
    assert total == 1


class OrderTests(unittest.TestCase):
    def test_deletes(self):
        global order  # TQ604
        del order
        self.assertEqual(orders.count(), 0)

    def test_restored(self):
        global kept
        before = kept
        try:
            kept = orders.count()
            self.assertEqual(kept, 1)
        finally:
            kept = before

    def test_cleaned(self):
        global kept
        kept = orders.count()

        def clean():
            global kept
            kept = 0

        self.addCleanup(clean)
        self.assertEqual(kept, 1)


def test_only_one_knows():
    written_only.append(orders.create())
    assert orders.count() == 1


def test_starts_empty():
    emptied.clear()
    emptied.append(orders.create())
    assert len(emptied) == 1


def test_starts_empty_too():
    del emptied[:]
    emptied.extend(orders.all())
    assert len(emptied) == 1


@pytest.fixture(autouse=True)
def no_leftovers():
    yield
    reset_by_fixture.clear()


def test_is_reset():
    reset_by_fixture.append(orders.create())
    assert len(reset_by_fixture) == 1


def test_is_reset_too():
    assert orders.all() == reset_by_fixture


def test_reads_only():
    global read_only
    assert orders.named(read_only["a"]) == orders.named(read_only.get("a"))


def test_finally():
    try:
        restored.append(orders.create())
        assert orders.count() == 1
    finally:
        restored.pop()


def test_reads_restored():
    assert orders.all() == restored


def test_local():
    LOCAL = []
    LOCAL.append(orders.create())
    assert len(LOCAL) == 1


def test_reads_local_of_module():
    assert orders.all() == LOCAL


def test_monkeypatched(monkeypatch):
    monkeypatch.setitem(read_only, "b", 2)
    assert orders.named(read_only) == 2


def helper():
    global order
    order = orders.create()
    seen.append(order)


def test_class_for_pickle():
    global Temporary

    class Temporary:
        pass

    assert orders.dump(Temporary()) == b""
