import unittest

from absl.testing import absltest
from shop import order


class OwnCaseTest(absltest.TestCase):
    def test_the_assertion_is_the_subject(self):
        self.assertSameElements([1, 2], [2, 1])
        self.assertAlmostEqual(1.1, 1.0, delta=0.5)

    def test_lines(self):
        lines = ["apple", "pear"]
        self.assertTrue(order("apple"))
        assert len(lines) == 2  # TQ217


class StandardTest(unittest.TestCase):
    def test_lines(self):
        self.assertTrue(order(["apple"]))
        self.assertAlmostEqual(1.1, 1.0, delta=0.5)  # TQ217
