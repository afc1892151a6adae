"""TQ314."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.private_state import private_reads
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ314",
    profile="strict",
    message="`{text}` is private: check what the public interface shows of it",
    peers=("SLF001",),
    bad='''
        def test_deposit_is_recorded(account):
            account.deposit(10)
            assert account._entries == [10]  # TQ314
    ''',
    good='''
        def test_deposit_is_recorded(account):
            account.deposit(10)
            assert account.balance == 10
    ''',
)
def private_state_assertion(module: Module, _: Module) -> Iterator[Finding]:
    """The test pins how it is done, so it breaks on a refactoring and proves nothing that a user sees.

    Allowed: attributes of self, cls and super(), dunder names, the namedtuple API, Django's _meta.
    """
    for assertion, private in private_reads(module):
        yield Finding(assertion, text=module.text(private))
