"""TQ411."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.mock_use import CALL_LISTS, lone_calls
from flake8_testquality.rule import Edit, Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module


@rule(
    code="TQ411",
    profile="core",
    helpers=True,
    words=("assert_has_calls", "assert_has_awaits", *sorted(CALL_LISTS)),
    message="`{call}` is one call where a list of calls belongs: write [{call}]",
    fix="safe",
    bad='''
        from unittest.mock import Mock, call

        from shop import Gateway, checkout


        def test_payment_is_charged():
            gateway = Mock(spec=Gateway)
            checkout(gateway)
            gateway.charge.assert_has_calls(call(10))  # TQ411
    ''',
    good='''
        from unittest.mock import Mock, call

        from shop import Gateway, checkout


        def test_payment_is_charged():
            gateway = Mock(spec=Gateway)
            checkout(gateway)
            gateway.charge.assert_has_calls([call(10)])
    ''',
)
def call_list_without_list(assertion: Assertion, module: Module) -> Iterator[Finding]:
    """A call is a tuple of its own, so it is never the list of calls that it is held against.

    Allowed: lists of calls, `call(...).call_list()`, the single entries of a list.
    """
    calls = lone_calls(assertion)
    if calls:
        start, end = module.source.range(calls[0])[0], module.source.range(calls[-1])[1]
        # A list always differs from one call: where it shall, the list of that call may well be equal.
        edits = () if assertion.relation == "!=" else (Edit(start, start, "["), Edit(end, end, "]"))
        yield Finding(assertion, edits=edits, call=module.text(calls[0], 30))
