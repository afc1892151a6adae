"""TQ309."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.raises import all_expectations, reads_in_block
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ309",
    profile="strict",
    message="`{name}` is bound and never read: check what it holds, use match=, or drop the `as`",
    bad='''
        import pytest

        from billing import InvalidAmount, charge


        def test_negative_amount_is_refused():
            with pytest.raises(InvalidAmount) as excinfo:  # TQ309
                charge(-1)
    ''',
    good='''
        import pytest

        from billing import InvalidAmount, charge


        def test_negative_amount_is_refused():
            with pytest.raises(InvalidAmount) as excinfo:
                charge(-1)
            assert excinfo.value.amount == -1
    ''',
)
def unread_exception(module: Module, _: Module) -> Iterator[Finding]:
    """The exception was caught to be looked at, and the look was forgotten.

    Allowed: match= beside the name, names that begin with an underscore, and a look that stands in the block itself,
    where nothing reaches it.
    """
    for claim in module.fact(all_expectations):
        if claim.kind != "raises" or claim.form != "with" or claim.bound is None or claim.bound.startswith("_"):
            continue
        if claim.match is None and not claim.is_inspected and not reads_in_block(claim):
            yield Finding(claim.assertion, name=claim.bound)
