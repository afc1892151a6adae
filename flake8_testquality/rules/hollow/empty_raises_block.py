"""TQ222."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.idle_blocks import is_idle
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module


@rule(
    code="TQ222",
    profile="core",
    helpers=True,
    relations=("raises", "warns", "logs"),
    message="nothing in this `{name}` block can {do}: make the call under test inside it",
    peers=("FG C51",),
    bad="""
        import pytest


        def test_unknown_code(cart):
            with pytest.raises(LookupError):  # TQ222
                pass
    """,
    good="""
        import pytest


        def test_unknown_code(cart):
            with pytest.raises(LookupError):
                cart.redeem("SPRING99")
    """,
)
def empty_raises_block(assertion: Assertion, module: Module) -> Iterator[Finding]:
    """A block that calls nothing cannot raise, warn or log: the check can never be about the code.

    Allowed: attributes, subscripts, operators, await, import, del and nested with statements, which can raise.
    """
    if assertion.block is not None and is_idle(assertion):
        do = {"raises": "raise", "warns": "warn", "logs": "log"}[assertion.kind]
        yield Finding(assertion, name=module.text(assertion.call.func, 30), do=do)  # type: ignore[union-attr]
