"""TQ614."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.borrowed_fixtures import borrowed
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ614",
    profile="recommended",
    message="fixture `{name}` is imported from {home}: {remedy}",
    bad="""
        from conftest import order  # TQ614

        from billing import orders


        def test_pay(order):
            assert orders.pay(order.id) == "paid"
    """,
    good="""
        from billing import orders


        def test_pay(order):
            assert orders.pay(order.id) == "paid"
    """,
)
def imported_fixture(module: Module, _: Module) -> Iterator[Finding]:
    """An imported fixture is a second one: it is set up again for this module, and hides the one that conftest gives.

    Allowed: a conftest.py that gathers fixtures, pytest_plugins, fixtures kept in a module that is no test.
    """
    for node, name, home in borrowed(module):
        in_conftest = home.rpartition(".")[2] == "conftest"
        remedy = (
            "ask for it by name, without the import" if in_conftest else "move it to conftest.py, drop the import"
        )
        while len(home) > 24 and "." in home:
            home = home.partition(".")[2]
        yield Finding(node, name=name[:24], home=home[:24], remedy=remedy)
