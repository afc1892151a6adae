"""TQ801."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.fixture_graph import direct_calls
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ801",
    profile="core",
    message="`{name}` is a fixture, and pytest refuses to call it: ask for it as an argument",
    bad='''
        import pytest

        from shop import Cart


        @pytest.fixture
        def cart():
            return Cart()


        def test_new_cart_is_empty():
            assert cart().total == 0  # TQ801
    ''',
    good='''
        import pytest

        from shop import Cart


        @pytest.fixture
        def cart():
            return Cart()


        def test_new_cart_is_empty(cart):
            assert cart.total == 0
    ''',
)
def fixture_called_directly(module: Module, _: Module) -> Iterator[Finding]:
    """A fixture is no function any more: the call raises instead of giving the value.

    Allowed: names rebound in the test, a plain function that wraps the fixture under its name.
    """
    for call, fixture in direct_calls(module):
        yield Finding(call, name=fixture.node.name)
