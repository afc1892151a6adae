"""TQ808."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.size import count_statements
from flake8_testquality.rule import Finding, Option, rule

if TYPE_CHECKING:
    from flake8_testquality.model.fixtures import Fixture
    from flake8_testquality.model.module import Module

MAX_STATEMENTS = Option("max-fixture-statements", 25, "statements that a fixture may have")


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

    Allowed: docstrings, those of functions and classes inside it too, which count for nothing.
    """
    limit = module.option(MAX_STATEMENTS)
    count = count_statements(fixture)
    if count > limit:
        yield Finding(fixture, name=fixture.name, count=count, limit=limit)
