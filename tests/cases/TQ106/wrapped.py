import unittest

from shop import awaited


class CartTest(unittest.TestCase):
    async def test_total(self):
        self.assertEqual(await total(), 1)

    async def test_name(self):  # TQ106
        self.assertEqual(await name(), "a")

    test_total = awaited(test_total)


class TillTest(unittest.TestCase):
    async def test_sum(self):
        self.assertEqual(await total(), 1)


TillTest.test_sum = awaited(TillTest.test_sum)
