"""TQ317."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.relations import related
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

TOLERANCES = frozenset({"rel", "abs", "places", "delta", None})


@rule(
    code="TQ317",
    profile="strict",
    message="`{name}` with its default tolerance: say how close is close enough ({how})",
    bad='''
        import pytest

        from billing import tax


        def test_tax():
            assert tax(19.99) == pytest.approx(3.19)  # TQ317
    ''',
    good='''
        import pytest

        from billing import tax


        def test_tax():
            assert tax(19.99) == pytest.approx(3.19, abs=0.005)
    ''',
)
def default_tolerance(module: Module, _: Module) -> Iterator[Finding]:
    """The default (a millionth, or seven decimal places) is seldom what the domain calls equal.

    Allowed: rel=, abs=, places=, delta=, by position too, or hidden behind a star.
    """
    for call in module.calls_to(("pytest.approx",)):
        if len(call.node.args) < 2 and not any(item.arg in TOLERANCES for item in call.node.keywords):
            yield Finding(call.node, name="approx", how="rel= or abs=")
    for assertion in related(module, "almost", "not almost"):
        given = assertion.call
        if given and len(given.args) < 3 and not any(item.arg in TOLERANCES for item in given.keywords):
            yield Finding(assertion, name=assertion.name, how="places= or delta=")
