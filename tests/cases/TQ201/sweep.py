# path: tests/test_formats.py
"""Test all formats."""

from shop import export


def test_text():
    export("text")


def test_html():
    export("html")
