"""TQ828."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.case_shapes import is_told_apart, mixed_names
from flake8_testquality.model.parametrize import applied
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ828",
    profile="strict",
    message="`{name}` is a value in some cases and an exception in others: write a test for each outcome",
    bad='''
        import pytest

        from shop import tax


        @pytest.mark.parametrize("amount, expected", [(10, 2), (-1, ValueError)])  # TQ828
        def test_tax(amount, expected):
            if isinstance(expected, type):
                with pytest.raises(expected):
                    tax(amount)
            else:
                assert tax(amount) == expected
    ''',
    good='''
        import pytest

        from shop import tax


        @pytest.mark.parametrize("amount, expected", [(10, 2), (20, 4)])
        def test_tax(amount, expected):
            assert tax(amount) == expected


        def test_negative_amount_is_refused():
            with pytest.raises(ValueError, match="negative"):
                tax(-1)
    ''',
)
def mixed_outcome_cases(module: Module, _: Module) -> Iterator[Finding]:
    """A test that branches on its own data can take the wrong branch and pass.

    Allowed: context managers as values, tables of exceptions only.
    """
    for table, mark, tests in module.fact(applied):
        for name in mixed_names(table, tests):
            if any(is_told_apart(test, name) for test in tests):
                yield Finding(mark, name=name)
