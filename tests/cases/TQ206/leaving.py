import unittest
from unittest import mock

import pytest

from shop import ExpiredError, charges_tax


def test_leaving_the_till_reports_the_loss(till):
    with pytest.raises(ExpiredError) as caught, till:
        till.forget_key()
        assert till.is_lost
    assert caught.value.till is till


def test_leaving_a_session_commits(orders):
    with pytest.raises(ExpiredError), orders.session():
        orders.add("apple")
        assert orders.count == 1


def test_nothing_behind_the_raises_is_left(till):
    with till, pytest.raises(ExpiredError):
        till.use_key()
        assert till.is_lost  # TQ206


def test_a_patch_leaves_in_silence(till):
    with pytest.raises(ExpiredError), mock.patch("shop.ring") as ring:
        till.use_key()
        ring.assert_called_once_with()  # TQ206


def test_a_level_is_set_back_in_silence(till, caplog):
    with pytest.raises(ExpiredError), caplog.at_level("INFO"):
        till.use_key()
        assert "used" in caplog.text  # TQ206


def test_one_statement_is_told_once(till):
    with pytest.raises(ExpiredError) as caught:
        till.use_key()
        assert charges_tax(caught.value.till, 7)  # TQ206


class TillTest(unittest.TestCase):
    def test_a_fail_by_another_name(self):
        with self.assertRaises(ExpiredError):
            self.till.use_key()
            self.assertTrue(False)

    def test_no_fail(self):
        with self.assertRaises(ExpiredError):
            self.till.use_key()
            self.assertTrue(self.till.is_lost)  # TQ206
