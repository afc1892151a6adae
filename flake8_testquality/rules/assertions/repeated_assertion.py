"""TQ313."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.repetition import repetitions
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ313",
    profile="recommended",
    message="the same assertion stands in line {line}, and nothing changed since: check something else, or drop it",
    bad='''
        from billing import Invoice


        def test_new_invoice():
            invoice = Invoice(10)
            assert invoice.total == 10
            assert invoice.total == 10  # TQ313
    ''',
    good='''
        from billing import Invoice


        def test_new_invoice():
            invoice = Invoice(10)
            assert invoice.total == 10
            assert invoice.currency == "EUR"
    ''',
)
def repeated_assertion(test: Test, module: Module) -> Iterator[Finding]:
    """The second cannot fail where the first passed: most often a copy whose change was forgotten.

    Allowed: assertions that call what may change state (`limiter.allow(ip)`, `queue.pop()`, `next(...)`), that compare
    what the manager around them counts or that read what the test has tied to a function of its own, a look after which
    something else is claimed to differ, and tests that say so: a name with cached, once or lazy in it, a comment with
    again or still.
    """
    for first, second in repetitions(test):
        yield Finding(second, line=first.lineno)
