import logging
import unittest
import warnings

import pytest as pt


def test_output(capsys, cart):
    cart.pay()
    größe = capsys.readouterr()  # TQ225
    assert cart.paid


def test_output_parts(capfd, cart):
    cart.pay()
    out, err = capfd.readouterr()  # TQ225
    assert cart.paid


def test_output_attribute(capsys, cart):
    cart.pay()
    out = capsys.readouterr().out  # TQ225
    assert cart.paid


def test_logs(caplog, cart):
    cart.pay()
    records = caplog.records  # TQ225
    assert cart.paid


def test_level(caplog, cart):
    with caplog.at_level(logging.INFO):  # TQ225
        cart.pay()
    assert cart.paid


def test_warns(cart):
    with pt.warns(UserWarning) as record:  # TQ225
        cart.pay()


def test_recwarn(recwarn, cart):
    cart.pay()
    seen = recwarn.list  # TQ225
    assert cart.paid


class CartTest(unittest.TestCase):
    def test_logs(self):
        with self.assertLogs("shop", level="INFO") as cm:  # TQ225
            self.cart.pay()

    def test_logs_read(self):
        with self.assertLogs("shop") as cm:
            self.cart.pay()
        self.assertIn("paid", cm.output[0])

    def test_logs_unbound(self):
        with self.assertLogs("shop"):
            self.cart.pay()


async def test_async(capsys, cart):
    await cart.pay()
    out = capsys.readouterr()  # TQ225
    assert cart.paid


# ------------------------------------------------------------ silent


def test_read(capsys, caplog, cart):
    cart.pay()
    out, err = capsys.readouterr()
    assert out == "paid"
    records = caplog.records
    check_records(records)


def test_silenced(capsys, caplog, cart):
    cart.pay()
    capsys.readouterr()
    _ = capsys.readouterr()
    with caplog.at_level(logging.CRITICAL):
        cart.pay()
    assert cart.paid


def test_level_read(caplog, cart):
    with caplog.at_level("DEBUG"):
        cart.pay()
    assert "paid" in caplog.text


def test_level_handed_on(caplog, cart):
    with caplog.at_level("DEBUG"):
        cart.pay()
    has_line(caplog, "paid")


def test_flushed_first(capsys, cart):
    captured = capsys.readouterr()
    cart.pay()
    captured = capsys.readouterr()
    assert captured.out == "paid"


def test_warns_read(cart):
    with pt.warns(UserWarning) as record:
        cart.pay()
    assert len(record) == 1
    with warnings.catch_warnings(record=True) as w:
        cart.pay()
    assert cart.paid
