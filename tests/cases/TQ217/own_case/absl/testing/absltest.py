import unittest


class TestCase(unittest.TestCase):
    def assertSameElements(self, first, second):
        self.assertEqual(set(first), set(second))
