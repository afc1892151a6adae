# path: tests/printing/test_str.py
"""A file that is about the text of things."""

from shop import total


def test_issue_12(cart):
    assert str(total(cart)) == "10.00"
