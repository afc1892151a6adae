import unittest

from shop import Label, Scale


class TestLabels:
    def test_one(self):
        label = Label.parse("apples")
        assert label == label

    def test_two(self):
        label = Label.parse("apples")
        assert (label == Label.parse("pears")) is False

    def test_weight(self):
        scale = Scale("apples")
        assert scale == scale  # TQ204
        assert scale.weight == 3


class TestScales(unittest.TestCase):
    def test_one(self):
        scale = Scale("apples")
        self.assertEqual(scale, scale)
        self.assertEqual(scale.weight, scale.weight)  # TQ204

    def test_two(self):
        first, second = Scale("apples"), Label.parse("apples")
        other = Scale("pears")
        self.assertNotEqual(first, other)
        self.assertNotEqual(other, second)


class TestPrices:
    def test_one(self):
        label = Label.parse("apples")
        assert label == label  # TQ204
        assert label.price == 3

    def test_two(self):
        label = Label.parse("apples")
        assert (label.price == 4) is False
