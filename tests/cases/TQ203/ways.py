import unittest

from shop import Cart


class TestRefusals(unittest.TestCase):
    def test_unknown_fruit(self):
        try:
            Cart().add("stone")
            self.assertFalse(True, "a stone must not be sold")
        except ValueError:
            self.assertTrue(True)

    def test_known_fruit(self):
        try:
            Cart().add("apple")
            self.assertFalse(False)  # TQ203
        except ValueError:
            self.assertTrue(True)  # TQ203

    def test_none(self):
        self.assertFalse(None)  # TQ203
        self.assertEqual(Cart().count, 0)


class Base:
    pass


def test_listener_is_called(bus):
    class Listener(bus.Listener):
        def on_event(self, event):
            assert True

    assert bus.publish(Listener()) == 1


def test_own_listener(bus):
    class Listener:
        def on_event(self, event):
            assert True  # TQ203

    Listener().on_event(bus)
    assert bus.count == 0


class TestDeepEquality(unittest.TestCase):
    def test_equality_of_lists(self):
        self.assertNotEqual([], [()])
        self.assertNotEqual(["a"], ["b"])


class TestLists(unittest.TestCase):
    def test_lists(self):
        self.assertNotEqual(["a"], ["b"])  # TQ203
        self.assertEqual(Cart().count, 0)
