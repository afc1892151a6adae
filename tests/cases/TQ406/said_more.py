"""Mocks of which the same test says more than that they were called."""

import time
from unittest.mock import Mock

import pytest

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


def test_what_came_of_an_error():
    charge, refund = Mock(side_effect=OSError("é")), Mock(return_value=3)
    assert Cart(charge, refund).pay() == "later"
    assert charge.called
    assert refund.called  # TQ406


def test_error_that_comes_through():
    charge = Mock()
    charge.send.side_effect = OSError
    with pytest.raises(OSError):
        Cart(charge).pay()
    assert charge.send.called
    assert charge.close.called  # TQ406


def test_nothing_came_of_an_error():
    charge, refund = Mock(side_effect=OSError("é")), Mock()
    Cart(charge, refund).pay()
    assert charge.called  # TQ406
    assert not refund.called


def test_answers_in_turn():
    charge = Mock(side_effect=[OSError("é"), 3])
    assert Cart(charge).pay() == "paid"
    assert charge.called  # TQ406
