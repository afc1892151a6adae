import unittest
from unittest.mock import Mock

import billing.ledger
import billing.service
import pytest
from billing import ledger, orders, service

# ---- what was there is given back


class NamedOneByOne(unittest.TestCase):
    def setUp(self):
        self.before = {name: getattr(service, name) for name in ("send", "retries")}

    def tearDown(self):
        for name, value in self.before.items():
            setattr(service, name, value)

    def test_place(self):
        service.send = Mock()
        self.assertEqual(orders.place(), "ok")


class NamedOneByOneElsewhere(unittest.TestCase):
    def tearDown(self):
        for name in ("send", "retries"):
            setattr(ledger, name, None)

    def test_place(self):
        service.send = Mock()  # TQ607
        self.assertEqual(orders.place(), "ok")


class NamedOtherwise(unittest.TestCase):
    def tearDown(self):
        setattr(service, "retries", 3)

    def test_place(self):
        service.send = Mock()  # TQ607
        self.assertEqual(orders.place(), "ok")


@pytest.fixture
def several_owners():
    kept = [(service, "send", service.send), (ledger, "book", ledger.book)]
    service.send = Mock()
    ledger.book = Mock()
    yield
    for owner, name, value in kept:
        setattr(owner, name, value)


@pytest.fixture
def one_name_of_several_owners():
    kept = [(service, service.send), (ledger, ledger.send)]
    service.send = ledger.send = Mock()
    yield
    for owner, value in kept:
        owner.send = value


@pytest.fixture
def another_name_of_several_owners():
    service.send = Mock()  # TQ607
    yield
    for owner in (service, ledger):
        owner.retries = 3


def test_packed_arguments():
    kept = (service, "send", service.send)
    try:
        service.send = Mock()
        assert orders.place() == "ok"
    finally:
        setattr(*kept)


def test_whole_namespace():
    kept = dict(vars(service))
    try:
        service.send = Mock()
        assert orders.place() == "ok"
    finally:
        vars(service).update(kept)


def test_entries_of_a_namespace():
    kept = dict(service.__dict__)
    try:
        service.send = Mock()
        assert orders.place() == "ok"
    finally:
        for name, value in kept.items():
            service.__dict__[name] = value


def test_namespace_of_another():
    kept = dict(vars(ledger))
    try:
        service.send = Mock()  # TQ607
        assert orders.place() == "ok"
    finally:
        vars(ledger).update(kept)


# ---- the line that puts back is no replacement, an emptied attribute that is put back is one


def test_emptied():
    before = billing.service.blocked
    billing.service.blocked = []  # TQ607
    assert orders.place() == "ok"
    billing.service.blocked = before


def test_begins_empty():
    billing.service.blocked = []
    assert orders.place() == "ok"


class KeptBySetUp(unittest.TestCase):
    def setUp(self):
        self.before = billing.service.send

    def test_place(self):
        self.assertEqual(orders.place(), "ok")
        billing.service.send = self.before


def test_shared_by_two_owners():
    before = billing.service.clock
    orders.place(clock=5)
    assert billing.service.clock == 5
    billing.service.clock = before
    billing.ledger.clock = before


def test_taken_from_another_owner():
    other = billing.service.clock
    billing.ledger.clock = other  # TQ607
    assert orders.place() == "ok"


def test_given_back_what_it_was_seen_to_hold():
    assert billing.service.clock == ledger
    orders.place(clock=5)
    assert billing.service.clock == 5
    billing.service.clock = ledger


def test_given_what_it_did_not_hold():
    assert billing.service.clock == orders
    billing.service.clock = 5  # TQ607
    assert orders.place(clock=5) == "ok"


def test_given_what_it_held_only_meanwhile():
    billing.service.clock = 5  # TQ607
    orders.place(clock=5)
    assert billing.service.clock == 7
    billing.service.clock = 7


# ---- nothing can fail before the next statement


def test_deletion_reaches_the_module():
    billing.service.note = 1

    # forgotten again
    del billing.service.note
    assert not hasattr(orders, "note")


def test_deletion_behind_the_act():
    billing.service.note = 1  # TQ607
    assert orders.place() == "ok"
    del billing.service.note


def test_set_twice():
    billing.service.retries = 1
    billing.service.retries = 2  # TQ607
    assert orders.place() == "ok"
