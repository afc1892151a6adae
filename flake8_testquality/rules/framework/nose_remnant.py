"""TQ855."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.nose import nose_remnants
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ855",
    profile="recommended",
    message="`{what}`: nose is dead since 2015 and does not run on Python 3.10, use pytest's own means",
    bad='''
        from nose.tools import eq_  # TQ855

        from shop import tax


        def test_tax():
            eq_(tax(10), 2)  # TQ855
    ''',
    good='''
        from shop import tax


        def test_tax():
            assert tax(10) == 2
    ''',
)
def nose_remnant(module: Module, _: Module) -> Iterator[Finding]:
    """The import fails on every Python in use, and with it the whole file.

    Allowed: other packages' functions of the same names.
    """
    for node, what in nose_remnants(module):
        yield Finding(node, what=what)
