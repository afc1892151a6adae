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


class TestStones(unittest.TestCase):
    def test_stone_is_refused(self):
        try:
            Cart().add("stone")
        except ValueError:
            self.assertTrue(True)
            return
        self.fail("a stone must not be sold")

    def test_stone_is_refused_by_whatever_error(self):
        try:
            Cart().add("stone")
        except Exception:
            assert True
            return
        raise AssertionError("a stone must not be sold")

    def test_stone_is_refused_or_not(self):
        try:
            Cart().add("stone")
        except ValueError:
            self.assertTrue(True)  # TQ203
            return
        self.assertEqual(Cart().count, 0)


class TestFruit(unittest.TestCase):
    def test_apple_is_sold(self):
        try:
            Cart().add("apple")
            self.assertTrue(True)
        except ValueError as error:
            self.fail(f"an apple must be sold: {error}")

    def test_pear_is_sold(self):
        try:
            Cart().add("pear")
        except (TypeError, ValueError):
            print("no pears")
            assert False
        else:
            assert True

    def test_plum_is_sold(self):
        try:
            Cart().add("plum")
        except ValueError:
            self.fail("a plum must be sold")
            return
        self.assertTrue(True)

    def test_plum_is_sold_or_is_not(self):
        try:
            Cart().add("plum")
            self.assertTrue(True)  # TQ203
        except ValueError:
            self.fail("a plum must be sold")
        except TypeError:
            print("no plums")
        self.assertTrue(True)  # TQ203

    def test_claim_comes_first(self):
        try:
            self.assertTrue(True)  # TQ203
            Cart().add("plum")
        except ValueError:
            self.fail("a plum must be sold")
