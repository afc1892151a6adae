"""TQ811."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.effectless import useless_async_marks
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ811",
    profile="recommended",
    message="`{mark}` has no effect on `{test}`, which is no coroutine: drop the mark, or make the test async",
    fix="safe",
    bad='''
        import pytest

        from shop import tax


        @pytest.mark.asyncio  # TQ811
        def test_tax():
            assert tax(10) == 2
    ''',
    good='''
        import pytest

        from shop import fetch_tax, tax


        def test_tax():
            assert tax(10) == 2


        @pytest.mark.asyncio
        async def test_fetched_tax():
            assert await fetch_tax(10) == 2
    ''',
)
def async_mark_on_sync_test(module: Module, _: Module) -> Iterator[Finding]:
    """Either the mark was left behind, or an `async` was forgotten and awaits nothing.

    Allowed: a class or module mark that also covers async tests.
    """
    for mark, test, edits in useless_async_marks(module):
        yield Finding(mark, edits=edits, mark=mark.name, test=test)
