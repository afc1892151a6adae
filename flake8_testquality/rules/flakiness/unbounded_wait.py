"""TQ509."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.blocking import endless_loops, endless_waits
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ509",
    profile="recommended",
    message="`{wait}` can hang the whole run: give it a {remedy}, or configure pytest-timeout",
    bad=(
        """
        import threading


        def test_worker_stops(worker):
            thread = threading.Thread(target=worker.run)
            thread.start()
            worker.stop()
            thread.join()  # TQ509
            assert worker.state == "stopped"
        """,
        """
        import time


        def test_job_is_done(job):
            while not job.done:  # TQ509
                time.sleep(0.1)
            assert job.result == 42
        """,
    ),
    good="""
        import threading


        def test_worker_stops(worker):
            thread = threading.Thread(target=worker.run)
            thread.start()
            worker.stop()
            thread.join(timeout=5)
            assert not thread.is_alive()
            assert worker.state == "stopped"
    """,
)
def unbounded_wait(module: Module, _: Module) -> Iterator[Finding]:
    """When the code under test breaks, a wait without an end hangs the run in place of failing one test.

    Allowed: pytest-timeout configured or a timeout mark, a timeout context or wait_for around, a wait whose end the
    test has brought about itself (put before get, set before wait, shutdown before join), a get from a queue that is
    not empty, workers that are handed on, threads that only pause and send a signal, and what only runs where the
    file is started as a script.
    """
    for node in endless_waits(module):
        yield Finding(node, wait=module.text(node), remedy="timeout")
    for loop in endless_loops(module):
        yield Finding(loop, wait=f"while {module.text(loop.test, 30)}", remedy="deadline")
