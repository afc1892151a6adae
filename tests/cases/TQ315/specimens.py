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


def test_error_is_handed_over():
    def rule(row):
        assert False, "é"

    assert handle(rule, AssertionError) == "é"


def test_stand_in(client):
    async def handler(request):
        assert False

    assert client.route("/é", handler).name == "é"


def test_stand_in_that_does_more(client):
    async def handler(request):
        await request.read()
        assert False  # TQ315

    assert client.get("/é", handler).status == 413


class Payload:
    def decode(self):
        """Not called."""
        assert False

    def size(self):
        if handle(self):
            return 3
        assert False  # TQ315
