"""What was caught, bound and not read."""

import unittest

import pytest as pt

from shop import charge


def test_unread():
    with pt.raises(ValueError) as excinfo:  # TQ309
        charge("é")
    with pt.raises(ValueError) as é:  # TQ309
        charge("é")


async def test_async():
    with pt.raises(ValueError) as excinfo:  # TQ309
        await charge(-1)


def test_bound_again():
    with pt.raises(ValueError) as excinfo:  # TQ309
        charge(-1)
    with pt.raises(ValueError) as excinfo:
        charge(-2)
    assert excinfo.value.amount == -2


class ChargeTest(unittest.TestCase):
    def test_unread(self):
        with self.assertRaises(ValueError) as cm:  # TQ309
            charge(-1)

    def test_read(self):
        with self.assertRaises(ValueError) as cm:
            charge(-1)
        self.assertEqual(cm.exception.amount, -1)
        with self.assertRaisesRegex(ValueError, "amount") as cm:
            charge(-1)


def test_read():
    with pt.raises(ValueError) as excinfo:
        charge(-1)
    assert excinfo.value.amount == -1
    with pt.raises(ValueError, match="amount") as excinfo:
        charge(-1)
    with pt.raises(ValueError) as _:
        charge(-1)
    with pt.raises(ValueError) as _unused:
        charge(-1)
    with pt.raises(ValueError):
        charge(-1)


def test_read_elsewhere(show):
    with pt.raises(ValueError) as excinfo:
        charge(-1)
    show(excinfo)


def test_looked_at_in_the_block():
    with pt.raises(ValueError) as excinfo:
        charge(-1)
        assert excinfo.value.amount == -1


def test_another_looked_at_in_the_block(show):
    with pt.raises(ValueError) as excinfo:  # TQ309
        charge(-1)
        show(charge.excinfo)
