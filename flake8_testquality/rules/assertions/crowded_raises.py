"""TQ308."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.names import last_name
from flake8_testquality.model.relations import related
from flake8_testquality.model.risk import is_raised_by_hand, is_warned_by_hand, risky_statements
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module

_GROUPS = frozenset({"create_task_group", "open_nursery", "TaskGroup"})

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
    of calls of warnings.warn alone, and the ExceptionGroup of a task group, which is raised at its end for all that
    ran in it.
    """
    for assertion in related(module, "raises", "warns"):
        if assertion.block is None or assertion.name.endswith("RaisesGroup"):
            continue
        risky = risky_statements(assertion.block, module, assertion.scope)
        if len(risky) < 2 or is_raised_by_hand(risky[-1]) or _is_of_task_group(assertion):
            continue
        if not all(is_warned_by_hand(item, module, assertion.scope) for item in risky):
            yield Finding(assertion, count=len(risky), verb="raise" if assertion.kind == "raises" else "warn")


def _is_of_task_group(assertion: Assertion) -> bool:
    if not any((last_name(item) or "").endswith("ExceptionGroup") for item in assertion.expected_exceptions):
        return False
    only = assertion.block[0] if assertion.block is not None and len(assertion.block) == 1 else None
    items = only.items if isinstance(only, ast.AsyncWith) else []
    opened = (item.context_expr for item in items)
    return any(last_name(part.func) in _GROUPS for part in opened if isinstance(part, ast.Call))
