"""TQ308."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.crowding import crowded
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ308",
    profile="recommended",
    message="any of these {count} statements may {verb}: keep in the block only the one that should",
    peers=("PT012", "PT031"),
    bad='''
        import pytest

        from billing import Account, InsufficientFunds


        def test_overdraft_is_refused():
            with pytest.raises(InsufficientFunds):  # TQ308
                account = Account(balance=10)
                account.withdraw(20)
    ''',
    good='''
        import pytest

        from billing import Account, InsufficientFunds


        def test_overdraft_is_refused():
            account = Account(balance=10)
            with pytest.raises(InsufficientFunds):
                account.withdraw(20)
    ''',
)
def crowded_raises(module: Module, _: Module) -> Iterator[Finding]:
    """The set-up may raise what the last statement should, and then the code under test has not even run.

    Allowed: one statement in a nested with or for, `with cm(): pass`, set-up of literals, a closing fail(), a block
    of calls of warnings.warn alone, the ExceptionGroup of a task group, which is raised at its end for all that ran
    in it, a `while True` that only the exception ends, and a step that a constant or the platform asks for. What
    cannot raise the very exception does not count: checks, copies, mocks and the standard library before the call
    that raises a class of the product, steps without an await before a cancelling, those that are not given the text
    that the pattern quotes from the last one, an object made of nothing but its class where a pattern is asked for,
    what asks no database before an error of one. Nor does what a warns block only checks, closes or makes to use it,
    nor one whose warnings are all read later. A call and the one that asks for its answer are one step; of two calls
    of the same, each with parameters of its own, the rows say which one raises. A manager that checks, commits or is
    what the test is about may hold several statements: the error has to pass through its end.
    """
    for assertion, count in crowded(module):
        yield Finding(assertion, count=count, verb="raise" if assertion.kind == "raises" else "warn")
