"""TQ806."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.fixture_graph import mismatches
from flake8_testquality.model.parametrized_scopes import is_given_other_scope
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.fixtures import Fixture
    from flake8_testquality.model.module import Module


@rule(
    code="TQ806",
    profile="core",
    message="{scope} fixture `{name}` asks for {narrow} fixture `{asked}` (ScopeMismatch): widen that or narrow this",
    bad='''
        import pytest

        from shop import Store


        @pytest.fixture(scope="session")
        def store(tmp_path):  # TQ806
            return Store(tmp_path)


        def test_new_store_is_empty(store):
            assert store.count() == 0
    ''',
    good='''
        import pytest

        from shop import Store


        @pytest.fixture(scope="session")
        def store(tmp_path_factory):
            return Store(tmp_path_factory.mktemp("store"))


        def test_new_store_is_empty(store):
            assert store.count() == 0
    ''',
)
def scope_mismatch(fixture: Fixture, module: Module) -> Iterator[Finding]:
    """Every test that uses it ends in an error: narrow its scope, or widen the one it asks for.

    Allowed: dynamic scope callables, a fixture that a parametrization gives another scope.
    """
    if fixture.scope != "function":
        for name, narrow in mismatches(fixture):
            if is_given_other_scope(fixture):
                return
            yield Finding(fixture, name=fixture.name, scope=fixture.scope, asked=name, narrow=narrow)
