import asyncio
import unittest

import pytest
from shop import Connection


def test_warns_when_it_is_let_go():
    loop = asyncio.new_event_loop()
    connection = Connection(host="shop")
    connection._loop = loop
    loop.close()
    with pytest.warns(RuntimeWarning, match="loop is closed"):
        del connection


class ConnectionTest(unittest.TestCase):
    def test_warns_when_it_is_let_go(self):
        connection = Connection(host="shop")
        with self.assertWarns(ResourceWarning):
            del connection


def test_own_value_is_let_go():  # TQ218
    prices = [3, 4]
    last = prices[-1]
    del prices
    assert last == 4
