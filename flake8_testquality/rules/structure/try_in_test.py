"""TQ704."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ704",
    profile="strict",
    message="try/except in a test decides which failures count: use pytest.raises, or let the exception fail the test",
    bad='''
        def test_missing(shop):
            try:  # TQ704
                shop.find("gold")
            except KeyError as error:
                assert error.args == ("gold",)
    ''',
    good='''
        import pytest


        def test_missing(shop):
            with pytest.raises(KeyError, match="gold"):
                shop.find("gold")
    ''',
)
def try_in_test(test: Test, _: Module) -> Iterator[Finding]:
    """An except branch may never run, or may catch the failure that the test is about.

    Allowed: try/finally.
    """
    for kind in (ast.Try, ast.TryStar):
        for node in test.scope.statements.get(kind, ()):
            if node.handlers:
                yield Finding(node)
