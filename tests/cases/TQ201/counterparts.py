import threading
import unittest


class TwoSidedTest(unittest.TestCase):
    def setUp(self):
        name = self.id().rpartition(".")[2]
        self.customer = threading.Thread(target=getattr(self, "_" + name))
        self.customer.start()
        self.addCleanup(self.customer.join)


class CounterTest(TwoSidedTest):
    def test_change_is_given(self):
        self.counter.give(3)

    def _test_change_is_given(self):
        self.assertEqual(self.counter.take(), 3)

    def test_bag_is_given(self):  # TQ201
        self.counter.give("bag")

    def _test_bag_is_given(self):
        self.counter.take()

    def test_nobody_comes(self):  # TQ201
        self.counter.give(3)


class PriceTest(unittest.TestCase):
    def setUp(self):
        self.shown = getattr(self, f"{self._testMethodName}_shown")()

    def test_apple(self):
        self.till.type("apple")

    def test_apple_shown(self):
        self.assertIn("apple", self.till.lines)


class OneSidedTest(unittest.TestCase):
    def test_change_is_given(self):  # TQ201
        self.counter.give(3)

    def _test_change_is_given(self):
        self.assertEqual(self.counter.take(), 3)
