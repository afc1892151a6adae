import unittest

from shop import connect


class ShopCase(unittest.IsolatedAsyncioTestCase):
    async def test_total(self):
        shop = await connect()
        self.addAsyncCleanup(shop.close())  # TQ232
        self.addAsyncCleanup(shop.stop)
        self.assertEqual(await shop.total(), 3)
