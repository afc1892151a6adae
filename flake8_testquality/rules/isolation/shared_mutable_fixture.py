"""TQ613."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.shared_values import changing_tests
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.fixtures import Fixture
    from flake8_testquality.model.module import Module


@rule(
    code="TQ613",
    profile="recommended",
    message="{scope}-scoped `{name}` is one object for all tests and {test} changes it: make it function-scoped",
    bad="""
        import pytest

        from billing import invoices


        @pytest.fixture(scope="module")
        def lines():  # TQ613
            return [{"price": 10}]


        def test_discount_is_a_line(lines):
            lines.append({"price": -1})
            assert invoices.total(lines) == 9


        def test_total(lines):
            assert invoices.total(lines) == 10
    """,
    good="""
        import pytest

        from billing import invoices


        @pytest.fixture
        def lines():
            return [{"price": 10}]


        def test_discount_is_a_line(lines):
            lines.append({"price": -1})
            assert invoices.total(lines) == 9
    """,
)
def shared_mutable_fixture(module: Module, _: Module) -> Iterator[Finding]:
    """The tests share one list or dict, so what one adds the next one finds.

    Allowed: a copy made by the test, a change that is taken back in `finally` or by a fixture of every test. A fixture
    of a conftest.py is reported where the test changes it.
    """
    reported: set[Fixture] = set()
    for fixture, test, where in changing_tests(module):
        if fixture.module is not module:
            yield Finding(where, scope=fixture.scope, name=fixture.name[:30], test="this test")
        elif fixture not in reported:
            reported.add(fixture)
            yield Finding(fixture, scope=fixture.scope, name=fixture.name[:20], test=test.name[:30])
