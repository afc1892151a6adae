"""TQ231."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.threads import assertions_in_threads, starts_threads
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ231",
    profile="core",
    message="its failure ends the thread that it runs in, not the test: hand the value back and assert it in the test",
    needs=starts_threads,
    bad="""
        import threading


        def test_total(cart):
            def work():
                assert cart.total() == 6  # TQ231

            worker = threading.Thread(target=work)
            worker.start()
            worker.join(timeout=5)
    """,
    good="""
        import threading


        def test_total(cart):
            totals = []
            worker = threading.Thread(target=lambda: totals.append(cart.total()))
            worker.start()
            worker.join(timeout=5)
            assert totals == [6]
    """,
)
def assertion_in_thread(test: Test, module: Module) -> Iterator[Finding]:
    """An exception in a thread is printed and forgotten: the test passes.

    Allowed: executors whose results are read, errors collected for the test, signs of success that the test waits for,
    and runners configured to fail on unhandled thread exceptions.
    """
    for assertion in assertions_in_threads(test):
        yield Finding(assertion)
