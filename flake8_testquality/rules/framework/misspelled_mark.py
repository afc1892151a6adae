"""TQ825."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.registered_marks import misspelled
from flake8_testquality.model.rewriting import replacements
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ825",
    profile="core",
    message="pytest has no mark `{name}`, so nothing happens: write `{right}`",
    fix="safe",
    bad='''
        import pytest

        from shop import tax


        @pytest.mark.xfial(reason="rounding, see #12")  # TQ825
        def test_tax():
            assert tax(10) == 2
    ''',
    good='''
        import pytest

        from shop import tax


        @pytest.mark.xfail(reason="rounding, see #12", strict=True)
        def test_tax():
            assert tax(10) == 2
    ''',
)
def misspelled_mark(module: Module, _: Module) -> Iterator[Finding]:
    """The test is neither skipped nor expected to fail nor parametrized, whatever the author meant.

    Allowed: marks that the project registers or reads by that name.
    """
    for mark, right in misspelled(module):
        target = mark.call.func if mark.call is not None else mark.node
        text = module.text(target, 200).removesuffix(mark.name) + right
        yield Finding(mark, edits=replacements(module, target, text), name=mark.name, right=right)
