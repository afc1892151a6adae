"""TQ827."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.case_ids import shown_name, unnamed
from flake8_testquality.model.parametrize import tables
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

FEWEST = 3


@rule(
    code="TQ827",
    profile="strict",
    message="{count} complex cases without ids: a failure says `{name}`; name them by ids= or pytest.param(..., id=)",
    peers=("FG D4",),
    bad='''
        import pytest

        from shop import Order


        @pytest.mark.parametrize("rows", [{"a": 1}, {"a": 2}, {"b": [3]}])  # TQ827
        def test_order_keeps_its_rows(rows):
            assert Order(rows).count == 1
    ''',
    good='''
        import pytest

        from shop import Order


        @pytest.mark.parametrize("rows", [{"a": 1}, {"a": 2}, {"b": [3]}], ids=["one", "two", "list"])
        def test_order_keeps_its_rows(rows):
            assert Order(rows).count == 1
    ''',
)
def unnamed_cases(module: Module, _: Module) -> Iterator[Finding]:
    """A report that names its cases by number sends the reader counting rows.

    Allowed: plain strings, numbers, booleans and None, tuples of them, classes and other names, values that pytest
    shows as they are.
    """
    for table in module.fact(tables).values():
        cases = unnamed(table) if len(table.cases) >= FEWEST and not table.is_opaque else []
        name = shown_name(table, cases) if len(cases) >= FEWEST else None
        if name is not None:
            yield Finding(table.call, count=len(cases), name=name)
