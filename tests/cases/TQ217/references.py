import json

from shop import parse


def test_duplicate_keys():
    # the last value wins, as with Python
    assert json.loads('{"é": 1, "é": 2}') == {"é": 2}
    assert parse('{"é": 1, "é": 2}') == {"é": 2}


def test_without_a_word():
    assert json.loads('{"é": 1}') == {"é": 1}  # TQ217
    assert parse('{"é": 1}') == {"é": 1}


def test_behind_the_code():
    assert parse('{"é": 1}') == {"é": 1}
    # as Python
    assert json.loads('{"é": 1}') == {"é": 1}  # TQ217


def test_phases():
    # Assert that it is read
    assert json.loads('{"é": 1}') == {"é": 1}  # TQ217
    # then
    assert parse('{"é": 1}') == {"é": 1}


def test_short_heading():
    # Python
    assert json.loads('{"é": 1}') == {"é": 1}  # TQ217
    assert parse('{"é": 1}') == {"é": 1}
