"""TQ404."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.mock_use import returned_mock
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.fixtures import Fixture
    from flake8_testquality.model.module import Module


@rule(
    code="TQ404",
    profile="strict",
    message="fixture `{name}` gives every test a mock without spec: add spec=, or return a real object",
    bad='''
        import pytest
        from unittest.mock import MagicMock


        @pytest.fixture
        def mailer():  # TQ404
            return MagicMock()
    ''',
    good='''
        import pytest
        from unittest.mock import MagicMock

        from shop import Mailer


        @pytest.fixture
        def mailer():
            return MagicMock(spec=Mailer)
    ''',
)
def loose_fixture_mock(fixture: Fixture, module: Module) -> Iterator[Finding]:
    """A specless mock in a fixture lets every test that uses it call what does not exist.

    Allowed: a spec or spec_set, by position or keyword.
    """
    if module.mocks:
        found = returned_mock(fixture)
        if found is not None and found.is_specless:
            yield Finding(fixture, name=fixture.name)
