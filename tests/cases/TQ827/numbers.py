import datetime
import re

import pytest as pt

from shop import Order, ROWS, tax


@pt.mark.parametrize(  # TQ827
    "text, expected",
    [("é", "a"), ("1", 1), ("{}", {}), ("[]", []), ("today", datetime.date(2024, 1, 1)), ("b", b"b")],
)
def test_below_plain_rows(text, expected):
    assert tax(text) == expected


@pt.mark.parametrize("text, expected", [("a", b"a"), ("b", {}), ("c", [1])])  # TQ827
def test_bytes_count(text, expected):
    assert tax(text) == expected


@pt.mark.parametrize("data", [b"a", b"b", b"c"])
def test_bytes_alone(data):
    assert tax(data) == 1


@pt.mark.parametrize("pattern", [re.compile("a"), re.compile("b"), re.compile("c")])
def test_patterns(pattern):
    assert tax(pattern) == 1


@pt.mark.parametrize("text", [f"a{ROWS}", "b".upper(), ",".join(ROWS), str(3)])
def test_made_texts(text):
    assert tax(text) == 1


@pt.mark.parametrize("line", [ROWS[0], ROWS[1], ROWS[2]])
def test_parts(line):
    assert tax(line) == 1


@pt.mark.parametrize("discount", [lambda price: 1, lambda price: 2, lambda price: 3])  # TQ827
def test_functions(discount):
    assert tax(discount) == 1


@pt.mark.parametrize("order", [*ROWS, Order(1), Order(2), Order(3)])  # TQ827
def test_behind_others(order):
    assert tax(order) == 1
