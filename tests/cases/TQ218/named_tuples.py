from collections import namedtuple

from shop import run

Pair = namedtuple("Pair", "first second")
PAIR = Pair(1, 2)


def test_made_here():  # TQ218
    assert Pair(1, 2).first == 1


def test_made_above():  # TQ218
    assert PAIR == (1, 2)


def test_filled_by_the_code():
    assert Pair(run(), 2).first == 1


def test_handed_over():
    assert run(Pair(1, 2)) == 3
