"""TQ823."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.case_use import unread
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ823",
    profile="recommended",
    message="the test never reads `{name}`, so its cases do not differ in it: check it, or drop it from the table",
    bad='''
        import pytest

        from shop import tax


        @pytest.mark.parametrize("amount, expected", [(10, 2), (20, 4)])  # TQ823
        def test_tax(amount, expected):
            assert tax(amount) >= 0
    ''',
    good='''
        import pytest

        from shop import tax


        @pytest.mark.parametrize("amount, expected", [(10, 2), (20, 4)])
        def test_tax(amount, expected):
            assert tax(amount) == expected
    ''',
)
def unused_case_value(module: Module, _: Module) -> Iterator[Finding]:
    """The table promises a check that the test does not make.

    Allowed: underscore names, names that only label the case, data shared by several tests, overridden fixtures.
    """
    for mark, name in unread(module):
        yield Finding(mark, name=name)
