import unittest


class ShopCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.shop = 1

    def run_by_hand(self):
        self.setup()
