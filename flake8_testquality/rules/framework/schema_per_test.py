"""TQ810."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.database import schema_changes
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ810",
    profile="strict",
    message="`{what}` runs for every test: build the schema once a session, and roll back after each test",
    bad='''
        import pytest

        from shop import Base, engine


        @pytest.fixture
        def database():
            Base.metadata.create_all(engine)  # TQ810
            yield engine
            Base.metadata.drop_all(engine)  # TQ810
    ''',
    good='''
        import pytest

        from shop import Base, engine


        @pytest.fixture(scope="session")
        def database():
            Base.metadata.create_all(engine)
            yield engine
            Base.metadata.drop_all(engine)
    ''',
)
def schema_per_test(module: Module, _: Module) -> Iterator[Finding]:
    """Tables take far longer to build than rows to roll back.

    Allowed: fixtures of a broader scope.
    """
    for node, what in schema_changes(module):
        yield Finding(node, what=what)
