"""A line of progress on a terminal, when a run takes more than two seconds."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

PATIENCE = 2.0
INTERVAL = 0.5


@contextmanager
def progress(checker: Any) -> Iterator[None]:
    """Show how many files are done while flake8's FileChecker works; nothing where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield
        return
    done, finished = [0], threading.Event()
    run_checks = checker.run_checks

    def counted(self: Any) -> Any:
        done[0] += 1
        return run_checks(self)

    def show() -> None:
        start = time.monotonic()
        if finished.wait(PATIENCE):
            return
        while not finished.wait(INTERVAL):
            files = f"{done[0]} files, " if done[0] else ""
            sys.stderr.write(f"\r\x1b[Ktestquality: {files}{time.monotonic() - start:.0f} s")
            sys.stderr.flush()
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()

    checker.run_checks = counted
    thread = threading.Thread(target=show, daemon=True)
    thread.start()
    try:
        yield
    finally:
        checker.run_checks = run_checks
        finished.set()
        thread.join(PATIENCE)
