import copy
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


# ---- a copy that was made before is given back, and what nobody is left to see is a clean-up


def test_copy_is_given_back():
    before = billing.service.handlers.copy()
    orders.register("paper")
    assert len(before) + 1 == len(orders.handlers())
    billing.service.handlers = before


def test_slice_is_given_back():
    before = billing.service.handlers[:]
    orders.register("paper")
    billing.service.handlers = before
    assert orders.handlers() == before


def test_changed_copy_is_another():
    more = list(billing.service.handlers)
    more.append("paper")
    billing.service.handlers = more  # TQ607
    assert orders.handlers() == more


def test_changed_copy_of_settings_is_another():
    loose = copy.deepcopy(billing.service.settings)
    loose.strict = False
    billing.service.settings = loose  # TQ607
    assert orders.place() == "ok"


def test_ends_with_clean_up():
    orders.login("secret")
    assert billing.service.token == "secret"
    billing.service.token = None


def test_ends_with_clean_up_in_a_block(tmp_path):
    with open(tmp_path / "log", "w") as log:
        orders.login("secret", log)
        assert billing.service.token == "secret"
        billing.service.token = "none"


def test_sets_it_for_what_follows():
    orders.login("secret")
    billing.service.token = None  # TQ607
    assert orders.place() == "refused"


def test_leaves_a_stand_in():
    assert orders.place() == "ok"
    billing.service.send = Mock()  # TQ607


def test_code_takes_the_stand_in_away():
    channel = Mock()
    billing.service.channel = channel
    orders.close()
    channel.close.assert_called_once_with()
    assert billing.service.channel is None


def test_code_keeps_the_stand_in():
    channel = Mock()
    billing.service.channel = channel  # TQ607
    orders.flush()
    assert billing.service.channel is channel
