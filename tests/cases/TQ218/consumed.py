from unittest import TestCase

from shop import consume


class TestConsume(TestCase):
    def test_all(self):
        fruit = (name for name in ("apple", "pear"))
        consume(fruit)
        self.assertRaises(StopIteration, lambda: next(fruit))

    def test_own(self):  # TQ218
        fruit = iter(())
        self.assertRaises(StopIteration, lambda: next(fruit))
