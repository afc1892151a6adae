# path: tests/runner/test_other_file.py
import unittest

from shop.runner import ordered


class TestOrder(unittest.TestCase):
    def test_all_are_found(self):
        found = unittest.TestLoader().discover("tests/runner", pattern="test_own_file.py")
        self.assertEqual(ordered(found).countTestCases(), 2)


class TestInput(unittest.TestCase):
    def test_one(self):  # TQ202
        pass
