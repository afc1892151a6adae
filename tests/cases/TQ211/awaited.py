import unittest

from shop import load_rows, load_total


class TotalCase(unittest.IsolatedAsyncioTestCase):
    async def test_total(self):
        self.assertTrue(await load_rows(), await load_total())  # TQ211
        self.assertTrue(await load_rows(), str(await load_total()))
