"""TQ826."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.effectless import effectless
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ826",
    profile="recommended",
    message="{what}: drop the mark, or say what was meant",
    peers=("PT026",),
    bad='''
        import pytest

        from shop import tax


        @pytest.mark.usefixtures()  # TQ826
        def test_tax():
            assert tax(10) == 2
    ''',
    good='''
        import pytest

        from shop import tax


        @pytest.mark.usefixtures("database")
        @pytest.mark.usefixtures("clock")
        def test_tax():
            assert tax(10) == 2
    ''',
)
def effectless_mark(module: Module, _: Module) -> Iterator[Finding]:
    """A mark that does nothing hides what was forgotten: a name, a test, a different argument.

    Allowed: stacked parametrize, usefixtures, skipif and filterwarnings with different arguments.
    """
    for mark, what in effectless(module):
        yield Finding(mark, what=what)
