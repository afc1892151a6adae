"""TQ230."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.test_modes import test_mode_switches
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ230",
    profile="strict",
    message="this switches the product into its test mode, so the test sees what no user sees: test the real branch",
    peers=("FG C48",),
    bad="""
        from shop import payments


        def test_charge(monkeypatch):
            monkeypatch.setenv("SHOP_TESTING", "1")  # TQ230
            assert payments.charge(10) == "ch_test"
    """,
    good="""
        from shop import payments


        def test_charge(provider):
            assert payments.charge(10, provider) == "ch_1"
    """,
)
def test_mode_branch(test: Test, module: Module) -> Iterator[Finding]:
    """A branch that only runs under test is not what runs in production.

    Allowed: flags that are switched off, flags of other names, and those of objects that are no settings.
    """
    for node in test_mode_switches(test):
        yield Finding(node)
