import unittest

from shop import checks
from shop.audit import Checker


class TestChecks(unittest.TestCase):
    def setUp(self):
        self.checker = Checker()

    def test_mixin(self):
        class Scale(checks.PriceChecks):
            pass

        scale = Scale()
        scale.assertTrue(True)
        scale.assertNotEqual(1, 2)
        self.assertRaises(checks.WrongPrice, scale.assertTrue, False)
        self.assertTrue(True)  # TQ203

    def test_imported(self):
        checker = Checker()
        checker.assertIn("a", ["a", "b"])
        self.checker.assertIsNone(None)
        with self.assertRaises(checks.WrongPrice):
            checker.assertIsNone(1)

    def test_written_here(self):
        class Scale:
            def assertTrue(self, weight):
                return checks.weigh(weight)

        Scale().assertTrue(1)

    def test_borrowed_case(self):
        case = unittest.TestCase()
        case.assertTrue(True)  # TQ203

    def test_plain_heir(self):
        class Case(unittest.TestCase):
            pass

        case = Case()
        case.assertTrue(True)  # TQ203

    def test_given(self, case):
        case.assertTrue(True)  # TQ203
