"""TQ109."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.misnamed import checking_fixtures
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ109",
    profile="recommended",
    message="the fixture `{name}` looks like a test and is never collected: drop its decorator, or rename it",
    bad='''
        import pytest


        @pytest.fixture
        def test_total(cart):  # TQ109
            assert cart.total == 42
    ''',
    good='''
        import pytest


        @pytest.fixture
        def test_user():
            return make_user("ann")


        def test_name(test_user):
            assert test_user.name == "ann"
    ''',
)
def fixture_named_test(module: Module, _: Module) -> Iterator[Finding]:
    """A fixture is no test whatever its name: what it asserts is checked only if something asks for it.

    Allowed: fixtures that are nouns (test_user, test_client), which assert nothing or give a value that is asked for.
    """
    for fixture in checking_fixtures(module):
        yield Finding(fixture, name=fixture.node.name)
