import unittest
from abc import abstractmethod as to_write
from abc import update_abstractmethods as refreshed


class TillTests(unittest.TestCase):
    @to_write
    def test_opening(self):
        pass

    def test_closing(self):  # TQ202
        pass


@refreshed
class DrawerTests(unittest.TestCase):
    def test_opening(self):  # TQ202
        pass
