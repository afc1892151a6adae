"""Mocks of which the same test says more than that they were called."""

import time
from unittest.mock import Mock

from shop import Cart, checkout


def test_arguments_are_looked_at():
    charge = Mock()
    checkout(charge)
    assert charge.called
    assert charge.call_args[0] == ("é",)


def test_count_is_looked_at():
    charge, refund = Mock(), Mock()
    checkout(charge, refund)
    assert charge.called
    assert refund.called  # TQ406
    checkout(charge, refund)
    assert len(charge.call_args_list) == 1
    assert refund.amount == 3


def test_later_exactly():
    gateway = Mock()
    checkout(gateway)
    assert gateway.charge.called
    gateway.charge.assert_any_call("é")
    assert gateway.refund.called  # TQ406
    other = Mock()
    other.refund.assert_called_once_with(3)


def test_exact_count():
    charge = Mock()
    checkout(charge)
    assert charge.called, "é"
    assert charge.call_count == 2


def test_of_another_mock():
    charge, recharge = Mock(), Mock()
    checkout(charge, recharge)
    assert charge.called  # TQ406
    recharge.assert_called_once_with("é")


def test_as_often_as_time_allows():
    charge = Mock()
    Cart(charge).poll(0.01)
    time.sleep(0.1)
    assert charge.call_count > 0


def test_long_name():
    charge = Mock()
    checkout(charge)
    assert charge.gateway.connection.session.transport.adapter.send.called  # TQ406


def test_the_moment_is_tested():
    charge, refund = Mock(), Mock()
    cart = Cart(charge, refund)
    assert not charge.called
    cart.pay()
    assert charge.called
    assert refund.called  # TQ406


def test_denied_later():
    charge = Mock()
    Cart(charge).pay()
    assert charge.called  # TQ406
    charge.reset_mock()
    Cart(charge).close()
    assert not charge.called
