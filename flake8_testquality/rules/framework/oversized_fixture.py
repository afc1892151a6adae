"""TQ808."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.rule import Finding, Option, rule

if TYPE_CHECKING:
    from flake8_testquality.model.fixtures import Fixture
    from flake8_testquality.model.module import Module

MAX_STATEMENTS = Option("max-fixture-statements", 25, "statements that a fixture may have")
NO_STATEMENTS = (ast.ExceptHandler, ast.match_case)


@rule(
    code="TQ808",
    profile="strict",
    message="`{name}` has {count} statements (at most {limit}): split it, or move the work into a factory",
    options=(MAX_STATEMENTS,),
    given={"tq-max-fixture-statements": 3},
    bad='''
        import pytest

        from shop import Cart


        @pytest.fixture
        def cart():  # TQ808
            cart = Cart()
            cart.add("book")
            cart.add("pen")
            return cart
    ''',
    good='''
        import pytest

        from shop import Cart


        @pytest.fixture
        def cart():
            return Cart(["book", "pen"])
    ''',
)
def oversized_fixture(fixture: Fixture, module: Module) -> Iterator[Finding]:
    """What every test starts with should be seen at a glance.

    Allowed: docstrings, which count for nothing.
    """
    limit = module.option(MAX_STATEMENTS)
    count = sum(
        len(found)
        for scope in fixture.body_scope.within()
        for kind, found in scope.statements.items()
        if kind not in NO_STATEMENTS
    )
    if count > limit and ast.get_docstring(fixture.node, clean=False) is not None:
        count -= 1
    if count > limit:
        yield Finding(fixture, name=fixture.name, count=count, limit=limit)
