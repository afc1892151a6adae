"""TQ505."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.places import place_of
from flake8_testquality.model.waits import (
    SLEEPS,
    is_real_sleep,
    is_replaced_sleep,
    is_workload,
    polls,
    polls_with_deadline,
)
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.calls import Call
    from flake8_testquality.model.module import Module

_WAITS = "waits a fixed time, too short or longer than needed: wait for a condition"
_POLLS = "polls in a loop that may never end: wait for the condition"


@rule(
    code="TQ505",
    profile="recommended",
    message="`{call}` {fault}, with a deadline",
    peers=("ASYNC251",),
    calls=SLEEPS,
    bad="""
        import time


        def test_worker_finishes(worker):
            worker.start()
            time.sleep(2)  # TQ505
            assert worker.state == "done"
    """,
    good="""
        import time


        def test_worker_finishes(worker):
            worker.start()
            deadline = time.monotonic() + 5
            while worker.state != "done" and time.monotonic() < deadline:
                time.sleep(0.01)
            assert worker.state == "done"
    """,
)
def sleeping_test(call: Call, module: Module) -> Iterator[Finding]:
    """A fixed pause is too short on a slow machine and too long on every other.

    Allowed: `sleep(0)`, polling loops with a deadline, a patched sleep, methods of other objects, and a sleep that is
    itself the work under test: in a function that is handed on, as an argument, under a timeout that must cut it.
    """
    if not is_real_sleep(call) or place_of(module, call.scope) is None or is_workload(call):
        return
    if not is_replaced_sleep(call) and not polls_with_deadline(module, call.node, call.scope):
        yield Finding(call, call=module.text(call.node), fault=_POLLS if polls(module, call.node) else _WAITS)
