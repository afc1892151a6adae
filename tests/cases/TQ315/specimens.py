"""False assertions that are what a test looks at."""

import pytest

from shop import describe, explain, handle, parse


def test_quoted():
    def inner():
        assert False, "é"

    assert explain(inner) == "assert False in inner: é"


def test_not_quoted():
    def inner():
        assert False, "é"  # TQ315

    assert handle(inner) == "nothing called"


def test_caught_at_once():
    try:
        assert False
    except AssertionError as error:
        caught = error
    assert describe(caught) == "é"


def test_caught_by_mistake():
    try:
        parse("é")
        assert False  # TQ315
    except (AssertionError, ValueError):
        pass


def test_of_a_class_in_the_test():
    class Row:
        @property
        def kind(self):
            assert False, "é"

    with pytest.raises(AssertionError):
        parse(Row())
