import sys
import unittest
from contextlib import ExitStack
from io import StringIO
from unittest.mock import patch

import pytest

from shop import Audit, Recorder, recorded, report


class TestMessages(unittest.TestCase):
    def test_recorder_judges(self):
        with Recorder("shop") as recorder:
            report("no stones")
        recorder.assertRegex("no stones")

    def test_recorder_of_another_judges(self):
        recorder = Recorder("shop")
        print("no stones", file=sys.stdout)
        recorder.assertTrue("no stones")

    def test_case_judges(self):  # TQ218
        case = unittest.TestCase()
        case.assertRegex("no stones", "no")


class TestRefusal(unittest.TestCase):
    def test_refusal_awaited_by_a_stack(self):
        with ExitStack() as stack:
            stack.enter_context(self.assertRaises(ValueError))
            report("")

    def test_refusal_awaited_by_a_call(self):  # TQ218
        self.assertRaises(ValueError, int, "stone")

    def test_refusal_awaited_by_a_block(self):  # TQ218
        with self.assertRaises(ValueError):
            int("stone")


class TestOutput(unittest.TestCase):
    def setUp(self):
        self.errors = StringIO()
        stack = ExitStack()
        self.addCleanup(stack.close)
        self.enter = stack.enter_context
        self.enter(patch("sys.stderr", self.errors))

    def test_errors_are_shown(self):
        report("no stones")
        self.assertEqual(self.errors.getvalue(), "no stones\n")

    def test_output_is_shown(self):
        output = self.enter(patch("sys.stdout", new_callable=StringIO))
        report("stones")
        self.assertEqual(output.getvalue(), "stones\n")

    def test_own_output(self):  # TQ218
        output = StringIO()
        output.write("stones")
        self.assertEqual(output.getvalue(), "stones")


class Stone(dict):
    def __init__(self):
        super().__init__(weight=3)
        self.checks = 0


class Box:
    def __init__(self):
        self.stones = []


class Shelf:
    def __init__(self):
        self.box = Box()


def test_what_lies_on_the_shelf():
    shelf, stone = Shelf(), Stone()
    shelf.box.stones.append(stone)
    Audit(shelf).run()
    assert stone.checks == 1


def test_what_lies_on_a_shelf_of_its_own():  # TQ218
    shelf, stone = Shelf(), Stone()
    shelf.box.stones.append(stone)
    Audit("shelf").run()
    assert stone["weight"] == 3


class Scale:
    unit = "g"


def test_scale_is_recorded():
    recorded(__name__, "Scale.unit", lambda unit: (unit, 1))
    assert Scale().unit == ("g", 1)


def test_missing_scale_is_recorded():
    recorded(sys.modules[__name__], "Scale.size", lambda size: (size, 1))
    with pytest.raises(AttributeError):
        Scale().size


def test_scale():  # TQ218
    recorded("Scale.unit")
    assert Scale().unit == "g"


class DescribedCase(unittest.TestCase):
    def shortDescription(self):
        return report(self.id())

    def assertEqual(self, first, second, msg=None):
        return report(first, second)


class TestDescribed(DescribedCase):
    def test_description(self):
        self.assertTrue(self.shortDescription() == "described")

    def test_own_equality(self):
        self.assertEqual(1, 1)

    def test_failing_equality(self):
        with pytest.raises(AssertionError):
            self.assertEqual(1, 2)

    def test_name(self):  # TQ218
        self.assertIn("test_name", self.id())
