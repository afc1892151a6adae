import threading
import unittest
from functools import partial as p
from operator import methodcaller as calls

import pytest as pt

from shop import Checker as checker
from shop import close, order


def test_threads():
    threading.Thread(target=p(order, "größe")).start()
    threading.Thread(target=checker("größe")).start()
    threading.Thread(target=order("größe")).start()  # TQ232
    assert order.total == 3


def test_deprecated():
    pt.deprecated_call(order, 3)
    pt.deprecated_call(order(3))  # TQ232


async def test_awaited():
    pt.raises(ValueError, await order(3))  # TQ232


class OrderCase(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        # what it gives is what undoes it
        self.addAsyncCleanup(await order())
        self.addCleanup(p(close, 3))
        self.addCleanup(calls("close"))

    async def test_awaited(self):
        self.assertRaises(ValueError, await order(3))  # TQ232
        with self.assertRaises(ValueError):
            await order(3)
