"""TQ406."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.mock_use import is_told_more, weak_call_claim
from flake8_testquality.model.rewriting import replace_statement
from flake8_testquality.rule import Edit, Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module


@rule(
    code="TQ406",
    profile="recommended",
    words=("called", "_count"),
    message="`{claim}` holds for any calls: use assert_called_once_with(...) or the exact count",
    peers=("FURB",),
    fix="safe",
    bad='''
        from unittest.mock import Mock

        from shop import Gateway, checkout


        def test_payment_is_charged():
            gateway = Mock(spec=Gateway)
            checkout(gateway)
            assert gateway.charge.called  # TQ406
    ''',
    good='''
        from unittest.mock import Mock

        from shop import Gateway, checkout


        def test_payment_is_charged():
            gateway = Mock(spec=Gateway)
            checkout(gateway)
            gateway.charge.assert_called_once_with(10)
    ''',
)
def weak_call_assertion(assertion: Assertion, module: Module) -> Iterator[Finding]:
    """That a mock was called at all leaves open how often and with what, where mistakes sit.

    Allowed: `not m.called`, exact counts, objects that are not shown to be mocks, mocks of which the same test says
    more: their arguments, the exact count, what came of the error that the mock was told to raise.
    """
    for claim in assertion.claims:
        record = weak_call_claim(claim)
        if record is None or is_told_more(claim, record):
            continue
        mock = module.source.segment(record.value)
        edits: tuple[Edit, ...] = ()
        if claim is assertion and assertion.message is None and "\n" not in mock:
            word = "assert_awaited" if record.attr == "await_count" else "assert_called"
            edits = replace_statement(module, assertion.statement, [f"{mock}.{word}()"])
        yield Finding(assertion, edits=edits, claim=_tail(module.text(record, 400)))


def _tail(text: str, limit: int = 42) -> str:
    """The last parts of a chain: `...add_signal_handler.called` says which call is meant, its beginning does not."""
    while len(text) > limit and "." in text.removeprefix("..."):
        text = "..." + text.removeprefix("...").partition(".")[2]
    return text if len(text) <= limit else text[: limit - 3] + "..."
