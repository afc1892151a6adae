# path: tests/test_scales.py
from __future__ import annotations

import unittest
from typing import Callable, NamedTuple

import pytest
from shelves.testing import ShelfSuite
from scales.testing import assert_weights_equal, assert_balanced

from shop import Scale, weigh


# ------------------------------------------------------------ a helper under the same name in a class


def weigh_all(names, total=0):
    found = [weigh(name) for name in names]
    assert sum(found) == total


def carry_all(names):
    return [weigh(name) for name in names]


class OwnName:
    weigh_all = staticmethod(weigh_all)
    carry_all = staticmethod(carry_all)


class TestOwnName(OwnName):
    def test_weights(self):
        self.weigh_all(["pear"], 3)

    def test_carried(self):  # TQ201
        self.carry_all(["pear"])


# ------------------------------------------------------------ a checker that is handed over


class TestHandedOver:
    def compare(self, scale, other, how):
        how(scale.read(), other.read())

    def test_direct(self):
        self.compare(Scale(1), Scale(1), assert_weights_equal)

    def test_under_another_name(self):
        same = assert_weights_equal
        self.compare(Scale(1), Scale(1), same)

    def test_by_keyword(self):
        self.compare(Scale(1), Scale(1), how=assert_balanced)

    def test_plain_function(self):  # TQ201
        self.compare(Scale(1), Scale(1), weigh)

    def test_word_that_is_a_value(self):  # TQ201
        verify = True
        self.compare(Scale(1), Scale(1), verify)


class TestCase(unittest.TestCase):
    def compare(self, scale, how):
        how(scale.read(), 1)

    def test_method_of_the_case(self):
        self.compare(Scale(1), self.assertEqual)

    def test_method_of_the_code(self):  # TQ201
        self.compare(Scale(1), Scale.put)


# ------------------------------------------------------------ above the class, out of sight


class TestShelf(ShelfSuite):
    def test_order(self, shelf):
        super().test_order(shelf)

    def test_weight(self, shelf):  # TQ201
        weigh(shelf)


class PlainSuite:
    def fill(self, shelf):
        weigh(shelf)


class TestPlainShelf(PlainSuite):
    def test_fill(self, shelf):  # TQ201
        super().fill(shelf)


# ------------------------------------------------------------ a field that holds what is run


class Scenario(NamedTuple):
    scale: Scale
    steps: Callable[[Scale], None]

    def play(self) -> None:
        self.steps(self.scale)

    def look(self) -> None:
        self.scale.read()


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_scenario(scenario: Scenario):
    scenario.play()


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_look(scenario: Scenario):  # TQ201
    scenario.look()


# ------------------------------------------------------------ named as tests, run by what they are handed to


def test_weigh_twice(dish, first, second):
    dish[0] = weigh(first) + weigh(second)


def test_weigh_once(dish, first):
    dish[0] = weigh(first)


def test_weigh_alone(dish, first):  # TQ201
    dish[0] = weigh(first)


def test_weigh_tea():  # TQ201
    weigh("tea")


class OnScaleTest(unittest.TestCase):
    def test_on_scale(self):
        for step in (test_weigh_once, test_weigh_twice):
            dish = [0]
            Scale(step).run(dish, "größe", "tea")
            self.assertEqual(dish, [3])


if __name__ == "__main__":
    test_weigh_tea()
