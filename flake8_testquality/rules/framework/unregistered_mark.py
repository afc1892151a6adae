"""TQ824."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.registered_marks import is_under_another_heading, unregistered
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ824",
    profile="recommended",
    message="the mark `{name}` is registered nowhere, {end}: add it to `markers`, or correct its name",
    project={"pytest.ini": "[pytest]\nmarkers =\n    slow: takes its time\n"},
    bad='''
        import pytest

        from shop import tax


        @pytest.mark.slwo  # TQ824
        def test_tax():
            assert tax(10) == 2
    ''',
    good='''
        import pytest

        from shop import tax


        @pytest.mark.slow
        def test_tax():
            assert tax(10) == 2
    ''',
)
def unregistered_mark(module: Module, _: Module) -> Iterator[Finding]:
    """A selection by `-m` silently misses a test whose mark is misspelled.

    Allowed: marks of well-known plugins, marks registered in a conftest, no configuration in sight.
    """
    config = module.project.config
    for mark in unregistered(module):
        end = "an error with strict markers" if config.strict_markers else "so a typo passes unseen"
        if is_under_another_heading(config):
            end = "as pytest.ini has no [pytest]"
        yield Finding(mark, name=mark.name, end=end)
