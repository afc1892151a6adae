"""TQ216."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.names import last_name
from flake8_testquality.model.nothing_returned import none_returning_calls
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module


@rule(
    code="TQ216",
    profile="core",
    helpers=True,
    message="`{method}()` of a built-in {kind} always returns None: assert what the {kind} holds afterwards",
    peers=("FG C41",),
    bad="""
        def test_order(shop):
            names = [item.name for item in shop.items()]
            assert not names.sort()  # TQ216
    """,
    good="""
        def test_order(shop):
            names = [item.name for item in shop.items()]
            assert names == sorted(names)
    """,
)
def none_returning_call(assertion: Assertion, module: Module) -> Iterator[Finding]:
    """A method that changes its object in place returns None, so the assertion holds, or fails, for every content.

    Allowed: receivers that are not known to be built-in containers.
    """
    for call, kind in none_returning_calls(assertion):
        yield Finding(assertion, method=last_name(call.func), kind=kind)
