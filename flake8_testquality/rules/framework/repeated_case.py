"""TQ822."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.case_shapes import without_case
from flake8_testquality.model.parametrize import repeated, tables
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ822",
    profile="recommended",
    message="the case `{case}` stands twice in one parametrize: drop the second, or give it the values that were meant",
    peers=("PT014", "FG C37"),
    fix="safe",
    bad='''
        import pytest

        from shop import tax


        @pytest.mark.parametrize("amount, expected", [(10, 2), (20, 4), (10, 2)])  # TQ822
        def test_tax(amount, expected):
            assert tax(amount) == expected
    ''',
    good='''
        import pytest

        from shop import tax


        @pytest.mark.parametrize("amount, expected", [(1, 0), (1.0, 0.0), (20, 4)])
        def test_tax(amount, expected):
            assert tax(amount) == expected
    ''',
)
def repeated_case(module: Module, _: Module) -> Iterator[Finding]:
    """The second run tells nothing new; often its values were copied and never changed.

    Allowed: values that are equal but of another type, rows that are not literal, rows with marks.
    """
    for table in module.fact(tables).values():
        for _first, case in repeated(table):
            yield Finding(table.call, edits=without_case(table, case), case=module.text(case.node))
