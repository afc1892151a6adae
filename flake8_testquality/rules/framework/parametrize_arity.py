"""TQ821."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.parametrize import is_on_helper, tables
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ821",
    profile="core",
    message="the case `{case}` has {count} value(s) for {names} name(s), and pytest refuses it: make them agree",
    bad='''
        import pytest

        from shop import tax


        @pytest.mark.parametrize("amount, expected", [(10, 2), (20, 4, 6)])  # TQ821
        def test_tax(amount, expected):
            assert tax(amount) == expected
    ''',
    good='''
        import pytest

        from shop import tax


        @pytest.mark.parametrize("amount, expected", [(10, 2), (20, 4)])
        def test_tax(amount, expected):
            assert tax(amount) == expected
    ''',
)
def parametrize_arity(module: Module, _: Module) -> Iterator[Finding]:
    """One such row stops the collection of the whole file.

    Allowed: rows that are not literal.
    """
    for table in module.fact(tables).values():
        wanted = len(table.names)
        if table.is_opaque or not wanted:
            continue
        for case in table.cases:
            if case.is_bare or (case.count is not None and case.count != wanted):
                if is_on_helper(table):
                    break
                count = "no tuple of" if case.is_bare else case.count
                yield Finding(table.call, case=module.text(case.node), count=count, names=wanted)
                break
