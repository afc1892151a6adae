"""TQ105."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.collection import shadowed_definitions
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ105",
    profile="core",
    message="`{name}` overwrites the {kind} of line {line}, which never runs: rename one of them",
    peers=("F811",),
    bad='''
        def test_total(cart):
            assert cart.total == 42


        def test_total(cart):  # TQ105
            assert cart.total == 43
    ''',
    good='''
        def test_total(cart):
            assert cart.total == 42


        def test_total_with_tax(cart):
            assert cart.total == 43
    ''',
)
def shadowed_test(module: Module, _: Module) -> Iterator[Finding]:
    """A second definition of the same name replaces the first, so the first test is never collected.

    Allowed: alternatives (if/else, try/except), overloads, setters, a rebinding that uses the first, `expand`ed rows.
    """
    for first, second in shadowed_definitions(module):
        kind = "class" if hasattr(first, "bases") else "test"
        yield Finding(second, name=first.name, kind=kind, line=first.lineno)
