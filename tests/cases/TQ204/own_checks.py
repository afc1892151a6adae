import unittest

from shop import checks


class TestChecks(unittest.TestCase):
    def test_identity(self):
        class Scale(checks.PriceChecks):
            pass

        scale = Scale()
        scale.assertIs("a", "a")
        self.assertRaises(checks.WrongPrice, scale.assertIs, "a", "b")

    def test_borrowed(self):
        case = unittest.TestCase()
        case.assertIs("a", "a")  # TQ204
