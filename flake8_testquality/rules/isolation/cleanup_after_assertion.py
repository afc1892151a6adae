"""TQ616."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.cleanups import first_late_cleanup
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ616",
    profile="recommended",
    message="`{text}` is skipped when an assertion above fails: use with, a fixture or addCleanup",
    bad="""
        from billing import ledger


        def test_entry_is_booked():
            book = ledger.connect("test")
            book.add(42)
            assert book.total() == 42
            book.close()  # TQ616
    """,
    good="""
        from billing import ledger


        def test_entry_is_booked():
            with ledger.connect("test") as book:
                book.add(42)
                assert book.total() == 42
    """,
)
def cleanup_after_assertion(test: Test, module: Module) -> Iterator[Finding]:
    """A failed assertion leaves the function at once, so what the test opened stays open for the tests after it.

    Allowed: `finally`, with, addCleanup, fixtures; a call that the test is about; what a with block was handed to own.
    """
    found = first_late_cleanup(module, test)
    if found is not None:
        yield Finding(found[0], text=module.text(found[1]))
