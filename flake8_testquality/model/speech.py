"""Speech: on which lines and in which tests a word stands, found in the text at once instead of test by test."""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby
from typing import TYPE_CHECKING

from flake8_testquality.model.words import whole_words

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


def lines_that_say(module: Module, word: str) -> list[tuple[int, int]]:
    """(line, counted from 1, and how often) for each line on which a name stands that is no part of a longer one."""
    lines = map(module.source.line_at, whole_words(module.source.text, word))
    return [(line, len(list(places))) for line, places in groupby(lines)]


def tests_that_say(module: Module, words: tuple[str, ...]) -> list[Test]:
    """The tests in whose text, decorators included, one of these words stands, in source order."""
    spoken = [word for word in words if module.says(word)]
    if not spoken or not module.tests:
        return []
    starts, ends, tests = module.fact(_extents)
    text, found = module.source.text, set[int]()
    for word in spoken:
        at = text.find(word)
        while at >= 0:
            index = bisect_right(starts, at) - 1
            if index >= 0 and at < ends[index]:
                found.add(index)
                at = ends[index]
            elif index + 1 < len(starts):
                at = starts[index + 1]
            else:
                break
            at = text.find(word, at)
    return [tests[index] for index in sorted(found)]


def _extents(module: Module) -> tuple[list[int], list[int], list[Test]]:
    """The offsets at which the tests begin and end, and the tests in that order."""
    tests, offsets = module.tests, module.source.line_starts
    nodes = [test.node for test in tests]
    starts = [(node.decorator_list[0] if node.decorator_list else node).lineno for node in nodes]
    ends = [node.end_lineno or node.lineno for node in nodes]
    return [offsets[line - 1] for line in starts], [offsets[line] for line in ends], tests
